import { eq, max } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { planItem, yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { type Act, mayDo } from '../../domain/permission.ts';
import type { Side } from '../../domain/side.ts';
import type { Case } from '../inspection/load-case.ts';
import { type Refused, refuse } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';

export type PlanSide = Pick<
  typeof yearPlanSide.$inferSelect,
  | 'askedAt'
  | 'askedBy'
  | 'returnedReason'
  | 'exchangedAt'
  | 'exchangedBy'
  | 'agreedAt'
  | 'agreedBy'
  | 'agreedVia'
>;

/** A year's plan with what each side has done, the pair and both committees. */
export type Planned = Pick<Case, 'pair' | 'committees'> & {
  plan: typeof yearPlan.$inferSelect;
  sides: Record<Side, PlanSide>;
};

const NOTHING: PlanSide = {
  askedAt: null,
  askedBy: null,
  returnedReason: null,
  exchangedAt: null,
  exchangedBy: null,
  agreedAt: null,
  agreedBy: null,
  agreedVia: null,
};

/** Loads a plan; `lock` takes its row FOR UPDATE first. Undefined: not in the scope. */
export async function loadPlan(
  work: Work,
  planId: number,
  options: { lock?: boolean } = {},
): Promise<Planned | undefined> {
  const found = work.tx.select().from(yearPlan).where(eq(yearPlan.id, planId));
  const [plan] = await (options.lock ? found.for('update') : found);
  if (!plan) return undefined;
  const rows = await work.tx.select().from(yearPlanSide).where(eq(yearPlanSide.planId, planId));
  const changedAt = plan.state === 'comparing' ? await lastChange(work, planId) : undefined;
  const sideOf = (side: Side): PlanSide =>
    withoutVoid(rows.find((row) => row.side === side) ?? NOTHING, changedAt);
  return { plan, sides: { a: sideOf('a'), b: sideOf('b') }, ...(await loadPair(work, plan.pairId)) };
}

/** When a line was last added or ended; undefined: there is none. */
async function lastChange(work: Work, planId: number): Promise<DateTime | undefined> {
  const [row] = await work.tx
    .select({ madeAt: max(planItem.madeAt), endedAt: max(planItem.endedAt) })
    .from(planItem)
    .where(eq(planItem.planId, planId));
  const instants = [row?.madeAt, row?.endedAt].filter((at) => !!at);
  return instants.length > 0 ? DateTime.max(...instants) : undefined;
}

/** What changed after a side had agreed voids its word (R5). */
function withoutVoid(side: PlanSide, changedAt: DateTime | undefined): PlanSide {
  const isVoid = side.agreedAt !== null && changedAt !== undefined && changedAt > side.agreedAt;
  return isVoid ? { ...side, agreedAt: null, agreedBy: null, agreedVia: null } : side;
}

/** Whether a side still writes its part: nothing of it waits for its leader or is on its way. */
export const isDraft = ({ plan, sides }: Planned, side: Side): boolean =>
  plan.state === 'drafting' && sides[side].askedAt === null && sides[side].exchangedAt === null;

/** Whether a side's part waits for the word of its own leader before it crosses. */
export const awaitsLeader = (side: PlanSide): boolean => side.askedAt !== null && side.exchangedAt === null;

/** Whether a side's part has crossed to the other; until then it is the side's own, and can be recalled (R4). */
export const hasExchanged = (side: PlanSide, now: DateTime): boolean =>
  side.exchangedAt !== null && side.exchangedAt <= now;

/** The actor's membership when the plan is of a pair of theirs and the act theirs to do; `owner` is the side whose part it touches. */
export function authorisePlan(
  planned: Planned | undefined,
  actor: Actor,
  act: Act,
  owner?: Side,
): { member: Member; planned: Planned } | Refused {
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return refuse('refused-not-found');
  if (!mayDo(member, act, owner ? { owner } : {})) return refuse('refused-not-allowed');
  return { member, planned };
}

/** The plan of this id, for a person who may do this with it (see `authorisePlan`). */
export const planFor = async (
  work: Work,
  actor: Actor,
  planId: number,
  act: Act,
  options?: Parameters<typeof loadPlan>[2],
): Promise<{ member: Member; planned: Planned } | Refused> =>
  authorisePlan(await loadPlan(work, planId, options), actor, act);
