import { fold } from '../../domain/fold.ts';
import { targetFinder } from '../../domain/plan-target.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import type { Planned } from './load-plan.ts';
import type { OpenTarget } from './plan-targets.ts';
import type { Item } from './visible-items.ts';

/** Names in a file that is read in again: as people read them, unless these stand for another one too. */
export type ReadBackNames = {
  /** The organisation's name, or its key where several bear the name; undefined: not named for this reader (C4). */
  target(item: Item): string | undefined;
  /** The committee's short name, or its whole one where both sides have the same. */
  lead(side: Side): string;
};

/** The names of a plan's organisations and committees such that an import knows them again without asking. */
export function readBackNames(
  { committees }: Planned,
  targets: ReadonlyMap<number, OpenTarget>,
): ReadBackNames {
  const find = targetFinder([...targets.values()]);
  const isFound = (written: string, id: number): boolean => {
    const match = find(written);
    return match.kind === 'one' && match.id === id;
  };
  return {
    target: ({ targetId, targetName }) => {
      if (targetName === null || isFound(targetName, targetId)) return targetName ?? undefined;
      const key = targets.get(targetId)?.key;
      return key !== undefined && isFound(key, targetId) ? key : targetName;
    },
    lead: (side) => {
      const [own, other] = [committees[side], committees[otherSide(side)]];
      const others = [fold(other.name), fold(other.shortName)];
      return others.includes(fold(own.shortName)) ? own.name : own.shortName;
    },
  };
}
