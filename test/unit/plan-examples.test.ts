import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PlanLine } from '../../src/domain/plan.ts';
import { findPlanOverlaps } from '../../src/domain/plan-overlaps.ts';
import { type GoodRow, readPlanRows } from '../../src/domain/plan-rows.ts';
import { hideSecrets } from '../../src/domain/plan-secret.ts';
import { findPlanTable } from '../../src/domain/plan-table.ts';
import type { Side } from '../../src/domain/side.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { EXAMPLE_TARGETS, exampleContext, idOf } from '../support/example-targets.ts';

async function rowsOf(side: Side) {
  const read = await readBytes(readFileSync(`examples/ke-hoach-mau-${side}.csv`));
  const table = findPlanTable('sheets' in read ? read : { sheets: [], areReadings: false });
  if (!('rows' in table)) throw new Error('no headings');
  return readPlanRows(hideSecrets(table.rows), exampleContext(side, 2027));
}

test('the two example plans are read without a question; together they clash three times and leave two organisations out', async () => {
  const [a, b] = [await rowsOf('a'), await rowsOf('b')];
  expect([...a, ...b].filter((row) => 'faults' in row || row.doubts.length > 0)).toEqual([]);
  const lines = [...a.map((row) => ['a', row] as const), ...b.map((row) => ['b', row] as const)].map(
    ([side, row], at): PlanLine => {
      const { targetId, kind, windowFrom, windowTo } = row as GoodRow;
      return {
        ...{ id: at + 1, side, targetId: targetId!, kind: kind! },
        ...{ windowFrom: windowFrom!, windowTo: windowTo! },
      };
    },
  );
  const kin = EXAMPLE_TARGETS.map((one, at) => ({
    id: at + 1,
    parentId: idOf(one.parent),
    successorId: idOf(one.successor),
  }));
  const found = findPlanOverlaps(lines, kin);
  expect(found.map(({ itemId, otherId, couldJoin }) => [itemId, otherId, couldJoin])).toEqual([
    [1, 6, true],
    [2, 7, true],
    [3, 8, true],
  ]);
  const reached = new Set(lines.map(({ targetId }) => targetId));
  const left = EXAMPLE_TARGETS.filter((one, at) => one.to === undefined && !reached.has(at + 1)).map(
    ({ key }) => key,
  );
  expect(left).toEqual(['cb-tham-muu', 'cb-co-dong-1']);
});
