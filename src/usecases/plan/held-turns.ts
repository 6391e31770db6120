import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, target } from '../../../db/schema/index.ts';
import type { GapTarget, Turn } from '../../domain/plan-gaps.ts';
import { shutTargets } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import { HELD } from './held-inspections.ts';
import type { Item } from './visible-items.ts';

/** Inspections of a pair that were held or are agreed, by the version that holds. */
export const heldTurns = (work: Work, pairId: number, where?: SQL): Promise<Turn[]> =>
  heldTurnsOf(work, [pairId], where);

/** The same of several pairs, each turn with its own. */
export const heldTurnsOf = (
  work: Work,
  pairIds: readonly number[],
  where?: SQL,
): Promise<(Turn & { pairId: number })[]> =>
  work.tx
    .select({
      pairId: inspection.pairId,
      targetId: inspectionVersion.targetId,
      kind: inspectionVersion.kind,
      windowFrom: inspectionVersion.windowFrom,
      windowTo: inspectionVersion.windowTo,
      isOfMembers: inspectionVersion.isOfMembers,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(and(inArray(inspection.pairId, [...pairIds]), inArray(inspection.state, [...HELD]), where));

/**
 * What one person's figures of a plan count: agreed inspections that reach past a day, and of the lines they see those of which none has been made
 * (R4); nothing of organisations that they belong to.
 */
export async function turnsFor(
  work: Work,
  actor: Actor,
  pairId: number,
  items: Item[],
  from: string,
): Promise<Turn[]> {
  const isOpen = sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`;
  const held = await heldTurns(work, pairId, and(gt(inspectionVersion.windowTo, from), isOpen));
  return [...held, ...items.filter(({ inspectionId }) => inspectionId === null)];
}

/** The targets of a pair that one person's figures count, by name: none that they belong to. */
export const targetsFor = (
  work: Work,
  actor: Actor,
  pairId: number,
): Promise<(GapTarget & { name: string })[]> => targetsOf(work, actor, [pairId]);

/** The same of several pairs, each target with its own. */
export const targetsOf = (
  work: Work,
  actor: Actor,
  pairIds: readonly number[],
): Promise<(GapTarget & { name: string; pairId: number })[]> =>
  work.tx
    .select({
      pairId: target.pairId,
      id: target.id,
      name: target.name,
      parentId: target.parentId,
      successorId: target.successorId,
      fromDay: target.fromDay,
      toDay: target.toDay,
    })
    .from(target)
    .where(and(inArray(target.pairId, [...pairIds]), sql`${target.id} not in ${shutTargets(actor)}`))
    .orderBy(target.folded);
