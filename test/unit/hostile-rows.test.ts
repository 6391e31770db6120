import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { MOST_PLAN_LINES } from '../../src/domain/plan-file.ts';
import type { RowContext } from '../../src/domain/plan-readers.ts';
import { readPlanRows } from '../../src/domain/plan-rows.ts';
import type { PlanRow } from '../../src/domain/plan-secret.ts';
import { readPlanTable } from '../../src/domain/plan-table.ts';
import { targetFinder } from '../../src/domain/plan-target.ts';
import { TABLE_LIMITS } from '../../src/sheets/read-limits.ts';
import { kindNames, modeNames } from '../../src/usecases/plan/plan-words.ts';

/** Rows are made lines of beside everything else; a machine at work takes several times what it takes at rest. */
const READ_MS = 5_000;
/** The largest number of organisations that is measured elsewhere. */
const TARGETS = 3_321;
const targets = Array.from({ length: TARGETS }, (_, n) => ({
  ...{
    id: n + 1,
    key: `xa-${n}`,
    folded: fold(`Chi bộ xã số ${n}, Đảng bộ tỉnh`),
    aliases: [`cb x xa ${n}`],
  },
  ...{ endedOn: null, successorId: null },
}));
const contextOf = (): RowContext => ({
  ...{ year: 2027, ownSide: 'a', kinds: kindNames(), modes: modeNames() },
  ...{ sides: { a: ['UBKT ĐU CAT'], b: ['UBKT Tỉnh uỷ'] }, findTarget: targetFinder(targets) },
});

/** What patterns look for, in pieces that are repeated; one sign that stands for eighteen among them. */
const unit = fc.oneof(
  fc.constantFrom(
    ...[
      '0',
      '1',
      '12 ',
      '01-',
      '0.',
      '1/',
      '84 ',
      '+84',
      '(02)',
      ' ',
      '-',
      '–',
      '"',
      '.',
      ';',
      '\n',
      '\u0301',
    ],
    ...[
      '\u200b',
      '\u1161',
      'ﷺ',
      '🎉',
      'Đ',
      'ậ',
      'a\u0301',
      'm.a',
      'M A ',
      'ủy',
      'tư ',
      't . ',
      'trung uong ',
    ],
    ...['tháng ', 'tháng 3, ', 't3 ', 'quý 1 ', 'iv ', 'ngày 7-', 'từ 1 đến ', 'nam 2027 ', 'thứ ', 'sau '],
    ...[
      'không ',
      'không bị ',
      'không có nội dung ',
      'đồng chí ',
      'ông ',
      'ông có ',
      'có ',
      'của ',
      'vi phạm ',
    ],
    ...[
      'vi phạm của ',
      'tố cáo về ',
      'chống ',
      'tham nhũng, ',
      'chống tham nhũng và ',
      'khi có dấu hiệu vi phạm ',
    ],
    ...[
      'cccd ',
      'điện thoại 1 ',
      'số tài khoản',
      'a@',
      'a@b',
      'b.',
      'b-',
      '@ ',
      'embezzl',
      'chi bo xa so ',
      'bo ',
    ],
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
);
const hostile = fc
  .tuple(
    fc.array(unit, { maxLength: 2 }),
    fc.array(unit, { minLength: 1, maxLength: 3 }),
    fc.array(unit, { maxLength: 2 }),
  )
  .map(([start, middle, end]) => (letters: number) => {
    const repeated = middle.join('');
    return start.join('') + repeated.repeat(Math.ceil(letters / repeated.length)) + end.join('');
  });

const FIELDS = ['target', 'kind', 'window', 'subject', 'lead', 'mode'] as const;

function rowsOf(text: (letters: number) => string, letters: number): PlanRow[] {
  const long = text(letters);
  return Array.from({ length: MOST_PLAN_LINES }, (_, at) => {
    // Each text is another: what is remembered helps nobody.
    const cells = Object.fromEntries(FIELDS.map((field) => [field, `${at} ${long}`.slice(0, letters)]));
    return { row: at + 2, cells, sections: [], words: '', isSecret: false };
  });
}

const timed = (run: () => void): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

test('2,000 rows of anything, short or as long as a cell may be, are made lines or faults without a long wait', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(20, 80, 300, TABLE_LIMITS.cellLetters), (text, letters) => {
      const rows = rowsOf(text, letters);
      expect(timed(() => void readPlanRows(rows, contextOf()))).toBeLessThan(READ_MS);
    }),
    {
      numRuns: 25,
      endOnFailure: true,
      examples: [
        [(n) => 'ﷺ'.repeat(n), 300],
        [(n) => 'Đ'.repeat(n), 2_000],
      ],
    },
  );
}, 240_000);

test('words that stand in every name are looked for once each, however often they are said', () => {
  const searches = (said: number) => {
    const finds = [1, 2, 3].map(() => targetFinder(targets));
    const words = 'so xa bo chi '.repeat(said);
    return Math.min(
      ...finds.map((find) => timed(() => Array.from({ length: 100 }, (_, at) => find(`${words}${at}`)))),
    );
  };
  expect(searches(40)).toBeLessThan(4 * searches(1));
});

const SMALL = 4_000;
const TIMES = 8;
/** What grows with the square takes 64 times as long. */
const MOST_TIMES = 32;
/** Below it a clock says little. */
const LEAST_MS = 3;

const tableOf = (text: string) => [
  {
    name: 'A',
    rows: [
      {
        row: 1,
        cells: new Map(
          [...['Tổ chức đảng', 'Loại', 'Thời gian'].entries()].map(([at, one]) => [at + 1, one]),
        ),
      },
      {
        row: 2,
        cells: new Map([
          [1, text],
          [2, 'GSCĐ'],
          [3, 'quý I'],
        ]),
      },
    ],
  },
];

test('what is looked through for secrets takes longer as it is longer, and no more', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const fastest = (letters: number) => {
        const table = tableOf(text(letters));
        return Math.min(
          ...[1, 2, 3].map(() => timed(() => void readPlanTable({ sheets: table, areReadings: false }))),
        );
      };
      const small = fastest(SMALL);
      expect(fastest(SMALL * TIMES)).toBeLessThan(MOST_TIMES * Math.max(small, LEAST_MS));
    }),
    { numRuns: 100, endOnFailure: true },
  );
}, 240_000);
