import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { readCovered } from '../../src/domain/covered.ts';

const now = DateTime.fromISO('2026-12-07T09:00', { zone: 'Asia/Ho_Chi_Minh' });
const term = { from: '2025-10-01', to: '2030-10-01' };
const read = (typed: string) => readCovered(typed, now, term);

describe('the period that is looked into', () => {
  test.each([
    ['2025', '2025-01-01', '2026-01-01'],
    ['năm 2025', '2025-01-01', '2026-01-01'],
    ['từ 01/01/2025 đến 30/6/2026', '2025-01-01', '2026-07-01'],
    ['từ tháng 01/2025 đến tháng 6/2026', '2025-01-01', '2026-07-01'],
    ['2024 - 2026', '2024-01-01', '2027-01-01'],
    ['năm 2025 và 6 tháng đầu năm 2026', '2025-01-01', '2026-07-01'],
    ['from 01/01/2025 to 30/06/2026', '2025-01-01', '2026-07-01'],
    ['nhiệm kỳ', '2025-10-01', '2030-10-01'],
  ])('%s', (typed, coveredFrom, coveredTo) => {
    expect(read(typed)).toEqual({ coveredFrom, coveredTo });
  });

  test.each([
    ['từ 01/6/2025 đến nay', '2025-06-01'],
    ['từ đầu năm 2025 đến thời điểm kiểm tra', '2025-01-01'],
    ['từ đầu nhiệm kỳ đến thời điểm giám sát', '2025-10-01'],
    ['tu dau nam 2025 den thoi diem kiem tra', '2025-01-01'],
    ['from 01/10/2025 until now', '2025-10-01'],
  ])('%s ends when it is held, whenever that is', (typed, coveredFrom) => {
    expect(read(typed)).toEqual({ coveredFrom, coveredTo: null });
  });

  test.each(['năm 2023 và năm 2025', 'gần đây', '', 'từ bao giờ đến nay'])(
    '%o is asked again, with what was typed',
    (typed) => {
      expect(read(typed)).toEqual({ why: 'unclear', part: typed });
    },
  );

  test('no year is too far to be answered', () => {
    for (const year of ['0001', '1000', '2999', '9998', '9999'])
      for (const typed of [
        year,
        `năm ${year}`,
        `quý IV/${year}`,
        `tháng 12/${year}`,
        `từ năm ${year} đến nay`,
      ])
        expect(() => read(typed), typed).not.toThrow();
  });

  test('a term whose first day nobody has said is no period', () => {
    expect(readCovered('từ đầu nhiệm kỳ đến nay', now)).toEqual({
      why: 'no-term',
      part: 'từ đầu nhiệm kỳ đến nay',
    });
  });
});
