import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fold } from '../../src/domain/fold.ts';
import type { RowContext } from '../../src/domain/plan-readers.ts';
import { targetFinder } from '../../src/domain/plan-target.ts';
import type { Side } from '../../src/domain/side.ts';
import { kindNames, modeNames } from '../../src/usecases/plan/plan-words.ts';

export type OrgTarget = {
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

/** The targets of the first pair of the example organisation; a target's id is its place, from 1. */
export const EXAMPLE_TARGETS: readonly OrgTarget[] = org.pairs[0]!.targets;

export const idOf = (key: string | undefined): number | null =>
  key ? EXAMPLE_TARGETS.findIndex((one) => one.key === key) + 1 : null;

const namesOf = (key: string): string[] => {
  const { name, short } = org.committees.find((one) => one.key === key)!;
  return [name, short];
};

/** What rows of a file are measured against in the example organisation. */
export const exampleContext = (ownSide: Side, year: number): RowContext => ({
  ...{ year, ownSide, kinds: kindNames(), modes: modeNames() },
  sides: { a: namesOf('ubkt-cat'), b: namesOf('ubkt-tinh') },
  findTarget: targetFinder(
    EXAMPLE_TARGETS.map((one, at) => ({
      ...{ id: at + 1, key: one.key, folded: fold(one.name), aliases: (one.aliases ?? []).map(fold) },
      ...{ endedOn: one.to ?? null, successorId: idOf(one.successor) },
    })),
  ),
});
