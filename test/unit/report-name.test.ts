import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportSubject } from '../../src/documents/report-title.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { nameOf, spanOf } from '../../src/domain/report-name.ts';
import type { Term } from '../../src/domain/term.ts';

const TERM: Term = { from: '2025-10-01', to: '2030-10-01' };
const subject = (from: string, to: string, asOf: string, term?: Term): string => {
  const period = { from, to };
  const span = spanOf(period, term);
  return reportSubject({ period, span, name: nameOf(period, span, asOf), asOf });
};
const WORK = 'công tác phối hợp kiểm tra, giám sát';

describe('a report that is handed in is named by its period', () => {
  test.each([
    ['2026-09-01', '2026-10-01', `kết quả ${WORK} tháng 9/2026`],
    ['2026-07-01', '2026-10-01', `kết quả ${WORK} quý III/2026`],
    ['2026-01-01', '2026-07-01', `sơ kết ${WORK} 6 tháng đầu năm 2026`],
    ['2026-07-01', '2027-01-01', `sơ kết ${WORK} 6 tháng cuối năm 2026`],
    ['2026-01-01', '2026-10-01', `sơ kết ${WORK} 9 tháng đầu năm 2026`],
    ['2026-01-01', '2027-01-01', `tổng kết ${WORK} năm 2026`],
    ['2022-06-01', '2026-01-01', `kết quả ${WORK} từ ngày 01/6/2022 đến ngày 31/12/2025`],
    ['2024-01-01', '2026-01-01', `sơ kết ${WORK} 02 năm (từ ngày 01/01/2024 đến ngày 31/12/2025)`],
    ['2026-11-20', '2026-11-21', `kết quả ${WORK} ngày 20/11/2026`],
  ])('%s to %s: %s', (from, to, name) => {
    expect(subject(from, to, '2031-01-04')).toBe(name);
  });

  test.each([
    ['2027-10-01', 'sơ kết 02 năm (từ ngày 01/10/2025 đến ngày 30/9/2027) thực hiện Quy chế phối hợp'],
    ['2026-10-01', 'sơ kết 01 năm (từ ngày 01/10/2025 đến ngày 30/9/2026) thực hiện Quy chế phối hợp'],
    [
      '2028-04-01',
      'sơ kết giữa nhiệm kỳ 2025 - 2030 (từ ngày 01/10/2025 đến ngày 31/3/2028) thực hiện Quy chế phối hợp',
    ],
    ['2030-10-01', 'tổng kết nhiệm kỳ 2025 - 2030 thực hiện Quy chế phối hợp'],
    ['2026-03-16', `kết quả ${WORK} từ ngày 01/10/2025 đến ngày 15/3/2026`],
  ])('from the first day of the term to %s: %s', (to, name) => {
    expect(subject('2025-10-01', to, '2031-01-04', TERM)).toBe(name);
  });

  test('nothing is summed up on 4 January of a year that has just begun', () => {
    expect(subject('2027-01-01', '2028-01-01', '2027-01-04')).toBe(
      `số liệu ${WORK} năm 2027, tính đến ngày 04/01/2027`,
    );
    expect(subject('2026-01-01', '2027-01-01', '2027-01-04')).toBe(`tổng kết ${WORK} năm 2026`);
  });

  test('what has not ended has figures so far, whatever its days are', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 2000 }),
        day,
        fc.boolean(),
        (from, length, today, isKnown) => {
          const period = { from, to: addDays(from, length) };
          const name = nameOf(period, spanOf(period, isKnown ? TERM : undefined), today);
          expect(name === 'figures').toBe(period.to > today);
        },
      ),
    );
  });
});
