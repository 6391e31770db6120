import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutPlain,
  escapeHtml,
  fitLines,
  fitRows,
  layOut,
  MOST_ROWS,
  plainOf,
} from '../../src/telegram/fit.ts';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => [{ text: `${i}`, callback_data: `${i}` }]);
const labels = (rows: { text: string }[][]) => rows.map(([button]) => button!.text);

test('as many rows as a person looks through stay as they are; of more the ways on and out stay', () => {
  expect(fitRows(rowsOf(MOST_ROWS))).toEqual({ rows: rowsOf(MOST_ROWS), left: 0 });
  const { rows, left } = fitRows(rowsOf(400));
  expect([rows.length, left]).toEqual([MOST_ROWS, 360]);
  expect(labels(rows).slice(0, 34)).toEqual(labels(rowsOf(34)));
  expect(labels(rows).slice(34)).toEqual(['394', '395', '396', '397', '398', '399']);
});

test('rows: never more than forty, in their order, what is left out is counted', () => {
  fc.assert(
    fc.property(fc.nat(500), (count) => {
      const { rows, left } = fitRows(rowsOf(count));
      expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
      expect(rows.length + left).toBe(count);
      expect(labels(rows)).toEqual(labels(rows).toSorted((a, b) => Number(a) - Number(b)));
    }),
  );
});

const words = fc.string({ unit: fc.constantFrom('ạ', ' ', '<', '&', '"', '😀', 'x'), maxLength: 1500 });
const line = fc.tuple(fc.boolean(), words).map(([isBold, text]) => {
  const escaped = escapeHtml(text);
  return isBold ? `<b>${escaped}</b>` : escaped;
});

test('lines: what goes out is never longer than Telegram takes, no tag is cut, and the whole goes where it fits', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const { text, isCut } = fitLines(lines);
      expect(plainOf(text).length).toBeLessThanOrEqual(4096);
      expect(text.match(/<b>/g)?.length).toBe(text.match(/<\/b>/g)?.length);
      if (!isCut) expect(text).toBe(lines.join('\n'));
      else expect(plainOf(lines.join('\n')).length).toBeGreaterThan(4096);
    }),
  );
});

test('one line beyond the limit loses its end and its markup', () => {
  const { text, isCut } = fitLines([`<b>${escapeHtml('<'.repeat(5000))}</b>`]);
  expect([plainOf(text).length, isCut]).toEqual([4096, true]);
  expect(text).toBe(`${'&lt;'.repeat(4095)}…`);
});

test('words are as people read them, and cut between characters', () => {
  expect(plainOf(`<b>${escapeHtml('A & <b> "B"')}</b>`)).toBe('A & <b> "B"');
  expect(cutPlain('😀😀', 3)).toBe('😀…');
  expect(cutPlain('😀x😀', 3)).toBe('😀…');
});

test('what stands out is alone, what is numbered goes with its like, the ways back and out have rows of their own', () => {
  const rows = (startsRow: number[], ...names: string[]) =>
    layOut(
      names.map((text) => ({
        text,
        callback_data: text,
        ...(text === 'Xong' && { style: 'primary' as const }),
      })),
      (at) => startsRow.includes(at),
    ).map((row) => row.map(({ text }) => text).join(' | '));
  expect(rows([4], 'Thời gian', 'Loại', 'Chủ trì', 'Xong', 'Quay lại', 'Huỷ')).toEqual([
    ...['Thời gian', 'Loại | Chủ trì', 'Xong', 'Quay lại | Huỷ'],
  ]);
  expect(rows([], '1. Một', '2. Hai', '3. Ba', 'Xem kế hoạch', 'Lọc')).toEqual([
    ...['1. Một', '2. Hai | 3. Ba', 'Xem kế hoạch | Lọc'],
  ]);
  expect(rows([0], 'Quay lại', 'Huỷ')).toEqual(['Quay lại | Huỷ']);
});

test('the first button stands alone, of the rest short ones two a row', () => {
  const button = (text: string) => ({ text, callback_data: text });
  const rows = (...names: string[]) =>
    layOut(names.map(button)).map((row) => row.map(({ text }) => text).join(' | '));
  expect(rows('Tham gia', 'Có ý kiến', 'Lý do nhận', 'Đề nghị cử người thay', 'Lịch sử')).toEqual([
    'Tham gia',
    'Có ý kiến | Lý do nhận',
    'Đề nghị cử người thay',
    'Lịch sử',
  ]);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 })), (names) => {
      const laid = layOut(names.map(button));
      expect(laid.flat().map(({ text }) => text)).toEqual(names);
      expect(laid.every((row) => row.length === 1 || row.every(({ text }) => text.length <= 14))).toBe(true);
    }),
  );
});
