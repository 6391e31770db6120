import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fold } from '../../src/domain/fold.ts';
import type { PlanLine } from '../../src/domain/plan.ts';
import { findPlanTable } from '../../src/domain/plan-columns.ts';
import { findPlanOverlaps } from '../../src/domain/plan-overlaps.ts';
import { type GoodRow, readPlanRows } from '../../src/domain/plan-rows.ts';
import { hideSecrets } from '../../src/domain/plan-secret.ts';
import { targetFinder } from '../../src/domain/plan-target.ts';
import type { Side } from '../../src/domain/side.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { kindNames, modeNames } from '../../src/usecases/plan/plan-words.ts';

type OrgTarget = {
  key: string;
  name: string;
  aliases?: string[];
  parent?: string;
  to?: string;
  successor?: string;
};
const org = parse(readFileSync('examples/org.yaml', 'utf8')) as {
  committees: { key: string; name: string; short: string }[];
  pairs: { targets: OrgTarget[] }[];
};
const targets = org.pairs[0]!.targets;
const idOf = (key: string | undefined): number | null =>
  key ? targets.findIndex((one) => one.key === key) + 1 : null;
const namesOf = (key: string): string[] => {
  const { name, short } = org.committees.find((one) => one.key === key)!;
  return [name, short];
};

async function rowsOf(side: Side) {
  const read = await readBytes(readFileSync(`examples/ke-hoach-mau-${side}.csv`));
  const table = findPlanTable('sheets' in read ? read.sheets : []);
  if (!('rows' in table)) throw new Error('no headings');
  const findTarget = targetFinder(
    targets.map((one, at) => ({
      ...{ id: at + 1, key: one.key, folded: fold(one.name), aliases: (one.aliases ?? []).map(fold) },
      ...{ endedOn: one.to ?? null, successorId: idOf(one.successor) },
    })),
  );
  const sides = { a: namesOf('ubkt-cat'), b: namesOf('ubkt-tinh') };
  const context = { year: 2027, ownSide: side, kinds: kindNames(), sides, modes: modeNames(), findTarget };
  return readPlanRows(hideSecrets(table.rows), context);
}

test('the two example plans are read without a question; together they clash three times and leave two organisations out', async () => {
  const [a, b] = [await rowsOf('a'), await rowsOf('b')];
  expect([...a, ...b].filter((row) => 'faults' in row || row.targetId === null)).toEqual([]);
  const lines = [...a.map((row) => ['a', row] as const), ...b.map((row) => ['b', row] as const)].map(
    ([side, row], at): PlanLine => {
      const { targetId, kind, windowFrom, windowTo } = row as GoodRow;
      return { id: at + 1, side, targetId: targetId!, kind, windowFrom, windowTo };
    },
  );
  const kin = targets.map((one, at) => ({
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
  const left = targets
    .filter((one, at) => one.to === undefined && !reached.has(at + 1))
    .map(({ key }) => key);
  expect(left).toEqual(['cb-tham-muu', 'cb-co-dong-1']);
});
