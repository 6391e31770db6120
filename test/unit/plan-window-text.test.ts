import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { renderPlain } from '../../src/telegram/render.ts';
import { planWindowEcho, typedPlanWindow } from '../../src/usecases/form/plan-window-text.ts';

const NOW = DateTime.fromISO('2026-12-16T09:00:00+07:00', { setZone: true });

/** What a person reads after typing the days of a line of 2027. */
function read(typed: string, locale: 'vi' | 'en' = 'vi'): string {
  const taken = typedPlanWindow(typed, 2027);
  return renderPlain(locale, 'error' in taken ? taken.error : planWindowEcho(taken), NOW);
}

describe('days of a line, typed as they are written in files', () => {
  test.each([
    ['q2', 'quý II/2027'],
    ['quý II, III', 'quý II-III/2027'],
    ['tháng 3', 'tháng 3/2027'],
    ['T4-T5', 'tháng 4-5/2027'],
    ['01/04 - 30/06', 'quý II/2027'],
    ['6 tháng cuối năm', '6 tháng cuối năm 2027'],
    ['cả năm', 'năm 2027'],
  ])('“%s” stays what it is, and no days are made of it', (typed, echo) => {
    expect(read(typed)).toBe(`Thời gian: ${echo}`);
  });

  test.each([
    ['7–11/12', 'thứ Ba 07/12/2027 đến hết thứ Bảy 11/12/2027 (5 ngày)'],
    ['8/3', 'thứ Hai 08/03/2027 (1 ngày)'],
  ])('“%s” is echoed with weekdays and the number of days', (typed, echo) => {
    expect(read(typed)).toBe(`Thời gian: ${echo}`);
  });

  test.each([
    ['không biết', 'Chưa hiểu “không biết”.'],
    ['31/02', 'Không có ngày “31/02”.'],
    ['11/12/2027 - 7/12/2027', '“11/12/2027 - 7/12/2027”: ngày cuối ở trước ngày đầu.'],
    ['quý I/2028', '“quý I/2028” không nằm trong năm 2027.'],
  ])('“%s” is answered by why, and by a line that works', (typed, why) => {
    const said = read(typed);
    expect(said).toContain(why);
    const examples = said.split('Ví dụ đúng: ')[1]!.split(' · ');
    for (const example of examples) expect(read(example)).toMatch(/^Thời gian:/);
  });

  test('the English examples work as well', () => {
    const said = read('soon', 'en');
    expect(said).toBe('“soon” is not clear. For example: Q1 · tháng 3-4 · 07/12 - 11/12/2027');
    for (const example of said.split('For example: ')[1]!.split(' · '))
      expect(read(example, 'en')).toMatch(/^Window: .*2027/);
  });
});
