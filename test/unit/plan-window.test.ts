import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-day.ts';
import { parseDaysVi, reachOf } from '../../src/domain/dates-vi.ts';
import { readPlanSpan, readPlanWindow } from '../../src/domain/plan-window.ts';
import { ZONE } from '../../src/domain/working-time.ts';

const read2027 = (written: string) => readPlanWindow(written, 2027);

/** Days as people read them: both included. */
const read = (written: string, year = 2027): string => {
  const window = readPlanWindow(written, year);
  if ('why' in window)
    return [window.why, ...(window.choices ?? []).map(({ from, to }) => `${from} … <${to}`)].join(', ');
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
    ['tháng 5, 7', 'unclear, 2027-05-01 … <2027-08-01, 2027-05-01 … <2027-06-01, 2027-07-01 … <2027-08-01'],
    ['quý I, III', 'unclear, 2027-01-01 … <2027-10-01, 2027-01-01 … <2027-04-01, 2027-07-01 … <2027-10-01'],
    ['tháng 13', 'no-such-date'],
    ['đầu tháng 3', 'unclear, 2027-03-01 … <2027-03-11, 2027-03-01 … <2027-03-08'],
    ['đầu tháng', 'unclear'],
    ['ngày 15', 'unclear'],
    ['sáng mai', 'unclear'],
    ['2 tiếng nữa', 'unclear'],
    ['năm sau', 'unclear'],
    ['tuần sau', 'unclear'],
    ['tháng sau', 'unclear'],
    ['thứ Ba', 'unclear'],
    ['khi có yêu cầu', 'unclear'],
    ['3', 'unclear'],
    ['', 'unclear'],
  ])('%s', (written, why) => expect(read(written)).toBe(why));
});

describe('what may mean several things is asked with its readings', () => {
  test.each([
    ['4-5/2027', 'ambiguous, 2027-04-01 … <2027-06-01, 2027-05-04 … <2027-05-05'],
    ['3, 4/2027', 'ambiguous, 2027-03-01 … <2027-05-01, 2027-04-03 … <2027-04-04'],
    ['7-11', 'ambiguous, 2027-11-07 … <2027-11-08, 2027-07-01 … <2027-12-01'],
    ['Thứ Hai 16/3/2027', 'weekday-mismatch, 2027-03-16 … <2027-03-17, 2027-03-15 … <2027-03-16'],
    ['15, 17/3', 'unclear, 2027-03-15 … <2027-03-18, 2027-03-15 … <2027-03-16, 2027-03-17 … <2027-03-18'],
    ['mồng 9/3', 'lunar, 2027-03-09 … <2027-03-10'],
    ['cuối năm', 'unclear, 2027-10-01 … <2028-01-01, 2027-12-01 … <2028-01-01'],
    ['trước 30/6', 'unclear, 2027-01-01 … <2027-06-30, 2027-06-29 … <2027-06-30, 2027-06-30 … <2027-07-01'],
    ['tuần 2 tháng 4', 'ambiguous, 2027-04-05 … <2027-04-12, 2027-04-12 … <2027-04-19'],
    ['4-5/2028', 'other-year'],
  ])('%s', (written, expected) => expect(read(written)).toBe(expected));

  test.each([
    ['15, 16/3', '2027-03-15 … <2027-03-17'],
    ['15 và 16/3/2027', '2027-03-15 … <2027-03-17'],
    ['30, 31/3 và 1/4', '2027-03-30 … <2027-04-02'],
    ['25-5/2027', '2027-05-25 … <2027-05-26'],
    ['tuần 2 tháng 3', '2027-03-08 … <2027-03-15'],
    ['Quý II, III/2027', '2027-04-01 … <2027-10-01'],
    ['QIII', '2027-07-01 … <2027-10-01'],
    ['tháng 2 - 10', '2027-02-01 … <2027-11-01'],
    ['sáng 07/12/2027', '2027-12-07 … <2027-12-08'],
  ])('%s means one thing', (written, expected) => expect(read(written)).toBe(expected));
});

test('what chat asks back a plan does not guess: whatever it reads, chat reads so, or asks and offers it', () => {
  const atNewYear = DateTime.fromISO('2027-01-01T08:00', { zone: ZONE });
  const written = fc
    .array(
      fc.constantFrom(
        '3',
        '4',
        '5',
        '15',
        '16',
        '/',
        '-',
        ', ',
        ' và ',
        '/2027',
        'tháng ',
        'quý ',
        'II',
        'thứ Hai ',
      ),
      {
        minLength: 1,
        maxLength: 7,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, (text) => {
      const inPlan = readPlanWindow(text, 2027);
      if ('why' in inPlan) return;
      const inChat = parseDaysVi(text, atNewYear);
      const readings = inChat.kind === 'ask' ? inChat.choices : [inChat];
      const isSure = inChat.kind !== 'ask' || ['far-ahead', 'past-or-next-year'].includes(inChat.why);
      expect([text, isSure]).toEqual([text, true]);
      expect(readings.map(reachOf)).toContainEqual({ from: inPlan.from, to: addDays(inPlan.to, -1) });
    }),
    { numRuns: 2_000 },
  );
});

describe('two columns', () => {
  test('from the first day of the one to the last of the other', () => {
    expect(readPlanSpan(read2027, 'tháng 3', '15/04/2027')).toEqual({ from: '2027-03-01', to: '2027-04-16' });
    expect(readPlanSpan(read2027, '2027-03-01', undefined)).toEqual({ from: '2027-03-01', to: '2027-03-02' });
  });
  test('an end that is asked is asked within the whole window', () => {
    expect(readPlanSpan(read2027, '4-5/2027', '30/6/2027')).toEqual({
      why: 'ambiguous',
      choices: [
        { from: '2027-04-01', to: '2027-07-01' },
        { from: '2027-05-04', to: '2027-07-01' },
      ],
    });
    expect(readPlanSpan(read2027, '01/03/2027', 'cuối tháng 3')).toEqual({
      why: 'unclear',
      choices: [{ from: '2027-03-01', to: '2027-04-01' }],
    });
    expect(readPlanSpan(read2027, '4-5/2027', 'khi có yêu cầu')).toEqual({ why: 'ambiguous' });
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
