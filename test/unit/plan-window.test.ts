import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlanSpan, readPlanWindow } from '../../src/domain/plan-window.ts';

const read2027 = (written: string) => readPlanWindow(written, 2027);

/** Days as people read them: both included. */
const read = (written: string, year = 2027): string => {
  const window = readPlanWindow(written, year);
  if ('why' in window) return window.why;
  return `${window.from} … <${window.to}`;
};

describe('windows as people write them, in the plan of 2027', () => {
  test.each([
    ['quý I', '2027-01-01 … <2027-04-01'],
    ['Quý 2', '2027-04-01 … <2027-07-01'],
    ['QUÝ IV/2027', '2027-10-01 … <2028-01-01'],
    ['quy III nam 2027', '2027-07-01 … <2027-10-01'],
    ['quý I, II', '2027-01-01 … <2027-07-01'],
    ['quý II + III', '2027-04-01 … <2027-10-01'],
    ['quý I–IV', '2027-01-01 … <2028-01-01'],
    ['Q3', '2027-07-01 … <2027-10-01'],
    ['tháng 3', '2027-03-01 … <2027-04-01'],
    ['Trong tháng 03/2027', '2027-03-01 … <2027-04-01'],
    ['tháng 3-4', '2027-03-01 … <2027-05-01'],
    ['tháng 3, 4', '2027-03-01 … <2027-05-01'],
    ['tháng 3 và tháng 4', '2027-03-01 … <2027-05-01'],
    ['tháng 2 đến tháng 6', '2027-02-01 … <2027-07-01'],
    ['tháng sáu', '2027-06-01 … <2027-07-01'],
    ['tháng 12', '2027-12-01 … <2028-01-01'],
    ['T3', '2027-03-01 … <2027-04-01'],
    ['T10-T11/2027', '2027-10-01 … <2027-12-01'],
    ['03/2027', '2027-03-01 … <2027-04-01'],
    ['6 tháng đầu năm', '2027-01-01 … <2027-07-01'],
    ['6 tháng cuối năm 2027', '2027-07-01 … <2028-01-01'],
    ['cả năm', '2027-01-01 … <2028-01-01'],
    ['năm 2027', '2027-01-01 … <2028-01-01'],
    ['7–11/12', '2027-12-07 … <2027-12-12'],
    ['07/12-11/12/2027', '2027-12-07 … <2027-12-12'],
    ['từ 7/12 đến 11/12', '2027-12-07 … <2027-12-12'],
    ['từ ngày 28/2 tới ngày 5/3', '2027-02-28 … <2027-03-06'],
    ['07/12/2027', '2027-12-07 … <2027-12-08'],
    ['thứ Ba 07/12/2027', '2027-12-07 … <2027-12-08'],
    ['2027-12-07', '2027-12-07 … <2027-12-08'],
    ['46728', '2027-12-07 … <2027-12-08'],
    ['from 7/12 to 11/12', '2027-12-07 … <2027-12-12'],
    ['March', '2027-03-01 … <2027-04-01'],
  ])('%s', (written, expected) => expect(read(written)).toBe(expected));
});

describe('what is no window says why', () => {
  test.each([
    ['31/2', 'no-such-date'],
    ['từ 11/12/2027 đến 7/12/2027', 'end-before-start'],
    ['quý I/2026', 'other-year'],
    ['07/12/2028', 'other-year'],
    ['46000', 'other-year'],
    ['từ tháng 11/2027 đến 01/2028', 'other-year'],
    ['tháng 5, 7', 'unclear'],
    ['quý I, III', 'unclear'],
    ['tháng 13', 'no-such-date'],
    ['đầu tháng 3', 'unclear'],
    ['tuần sau', 'unclear'],
    ['tháng sau', 'unclear'],
    ['thứ Ba', 'unclear'],
    ['khi có yêu cầu', 'unclear'],
    ['3', 'unclear'],
    ['', 'unclear'],
  ])('%s', (written, why) => expect(read(written)).toBe(why));
});

describe('two columns', () => {
  test('from the first day of the one to the last of the other', () => {
    expect(readPlanSpan(read2027, 'tháng 3', '15/04/2027')).toEqual({ from: '2027-03-01', to: '2027-04-16' });
    expect(readPlanSpan(read2027, '2027-03-01', undefined)).toEqual({ from: '2027-03-01', to: '2027-03-02' });
  });
  test('an end before its start is refused', () =>
    expect(readPlanSpan(read2027, 'tháng 4', 'tháng 3')).toEqual({ why: 'end-before-start' }));
});

test('any text is a window in the year of the plan, or says why it is none', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^(quý|tháng|T|từ)? ?[0-9IV/ ,-]{0,14}$/)),
      (written) => {
        const window = readPlanWindow(written, 2027);
        if ('why' in window) return;
        expect(window.from < window.to).toBe(true);
        expect(window.from >= '2027-01-01' && window.to <= '2028-01-01').toBe(true);
      },
    ),
  );
});
