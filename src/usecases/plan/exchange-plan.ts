import { and, eq, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { outbox, yearPlanSide } from '../../../db/schema/index.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { record } from '../audit.ts';
import { peopleOf } from '../inspection/roster.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { authorisePlan, hasExchanged, loadPlan, type Planned } from './load-plan.ts';
import { startComparing } from './start-comparing.ts';
import { tellOfPlan } from './tell-plan.ts';

/**
 * Gives a side's part to the other side: locked from now on, seen across after the time for recall, when the other side's đầu mối
 * are told once (R15). `seconds`: how long it can be recalled. Of two taps one counts.
 */
export async function exchangePlan(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned; seconds: number } | Refused> {
  const allowed = authorisePlan(await loadPlan(work, planId, { lock: true }), actor, 'plan.exchange');
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  if (planned.sides[member.side].exchangedAt !== null) return refuse('plan-exchanged-already');
  const seconds = planned.pair.policy.recallSeconds;
  const crossesAt = work.now.plus({ seconds });
  await setExchanged(work, planned, member.side, { exchangedAt: crossesAt, exchangedBy: actor.personId });
  await tellOther(work, planned, member.side, crossesAt);
  await note(work, actor, member, planned, 'plan.exchanged');
  return { planned: (await loadPlan(work, planId))!, seconds };
}

/** Takes it back before it has crossed: the other side never saw it, and it is drafted on. */
export async function recallPlan(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned } | Refused> {
  const waiting = await stillWaiting(work, actor, planId);
  if (isRefused(waiting)) return waiting;
  const { member, planned } = waiting;
  await setExchanged(work, planned, member.side, { exchangedAt: null, exchangedBy: null });
  await note(work, actor, member, planned, 'plan.recalled');
  return { planned: (await loadPlan(work, planId))! };
}

/** Lets it cross at once. */
export async function sendPlanNow(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned } | Refused> {
  const waiting = await stillWaiting(work, actor, planId);
  if (isRefused(waiting)) return waiting;
  const { member, planned } = waiting;
  await setExchanged(work, planned, member.side, { exchangedAt: work.now, exchangedBy: actor.personId });
  await work.tx
    .update(outbox)
    .set({ notBefore: work.now })
    .where(
      and(
        eq(outbox.pairId, planned.plan.pairId),
        eq(outbox.state, 'pending'),
        sql`(${outbox.ref}->>'planId')::int = ${planId}`,
      ),
    );
  await startComparing(work, planId);
  return { planned: (await loadPlan(work, planId))! };
}

async function stillWaiting(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ member: Member; planned: Planned } | Refused> {
  const allowed = authorisePlan(await loadPlan(work, planId, { lock: true }), actor, 'plan.exchange');
  if (isRefused(allowed)) return allowed;
  const own = allowed.planned.sides[allowed.member.side];
  if (own.exchangedAt === null) return refuse('plan-not-exchanged');
  return hasExchanged(own, work.now) ? refuse('plan-crossed-already') : allowed;
}

async function setExchanged(
  work: Work,
  { plan: { id: planId, pairId } }: Planned,
  side: Side,
  set: { exchangedAt: DateTime | null; exchangedBy: number | null },
): Promise<void> {
  await work.tx
    .insert(yearPlanSide)
    .values({ pairId, planId, side, ...set })
    .onConflictDoUpdate({ target: [yearPlanSide.pairId, yearPlanSide.planId, yearPlanSide.side], set });
}

/** The other side's đầu mối; composed when it goes out, so that a recalled one says nothing. */
async function tellOther(work: Work, planned: Planned, side: Side, notBefore: DateTime): Promise<void> {
  const people = await peopleOf(work, planned.plan.pairId, otherSide(side), ['secretary']);
  await tellOfPlan(work, planned, people, { kind: 'plan', note: 'exchanged', notBefore });
}

const note = (work: Work, actor: Actor, { side }: Member, { plan }: Planned, type: string): Promise<void> =>
  record(work, {
    pairId: plan.pairId,
    type,
    by: actor.personId,
    facts: { plan: plan.id, year: plan.year, side },
  });
