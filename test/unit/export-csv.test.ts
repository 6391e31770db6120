import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../src/usecases/chain/export-csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-3', "'-3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['a = b', 'a = b'],
  ['một, hai', '"một, hai"'],
  ['hai\ndòng', '"hai\ndòng"'],
  ['', ''],
])('the cell %j is written %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('no cell begins as a formula, and what is quoted reads back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const cell = csvCell(value);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read).not.toMatch(/^[=+\-@]/);
      expect([value, `'${value}`]).toContain(read);
    }),
  );
});
