import { and, eq, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { outbox, yearPlanSide } from '../../../db/schema/index.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { needsApproval } from '../inspection/load-case.ts';
import { peopleOf } from '../inspection/roster.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { awaitsLeader, hasExchanged, loadPlan, type Planned, type PlanSide, planFor } from './load-plan.ts';
import { startComparing } from './start-comparing.ts';
import { tellOfPlan } from './tell-plan.ts';

export type Given = { kind: 'asked' | 'crossing'; planned: Planned; seconds: number } | Refused;

/**
 * Gives a side's part to the other side; locked from now on. Where the side asks for it, its own leader is asked first, with one
 * push. Of two taps one counts.
 */
export async function exchangePlan(work: Work, actor: Actor, planId: number): Promise<Given> {
  const allowed = await planFor(work, actor, planId, 'plan.exchange', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  const own = planned.sides[member.side];
  if (own.exchangedAt !== null) return refuse('plan-exchanged-already');
  if (awaitsLeader(own)) return refuse('plan-asked-already');
  const asksLeader = await needsApproval(work, member.pairId, member.side);
  return asksLeader ? askLeader(work, actor, member, planned) : cross(work, actor, member, planned);
}

async function askLeader(work: Work, actor: Actor, member: Member, planned: Planned): Promise<Given> {
  const { pairId, id } = planned.plan;
  const asked = { askedAt: work.now, askedBy: actor.personId, returnedReason: null };
  await setSide(work, planned, member.side, asked);
  const leaders = await peopleOf(work, pairId, member.side, ['chair', 'vice']);
  await tellOfPlan(work, planned, leaders, { kind: 'plan', note: 'approve' });
  await note(work, actor, member, planned, 'plan.leader-asked');
  return { kind: 'asked', planned: (await loadPlan(work, id))!, seconds: 0 };
}

/**
 * It crosses after the time for recall, when the other side's đầu mối are told once (R15). `seconds`: how long it can be recalled.
 * The caller holds the plan's row.
 */
export async function cross(
  work: Work,
  actor: Actor,
  member: Member,
  planned: Planned,
): Promise<Extract<Given, { planned: Planned }>> {
  const seconds = planned.pair.policy.recallSeconds;
  const crossesAt = work.now.plus({ seconds });
  await setSide(work, planned, member.side, { exchangedAt: crossesAt, exchangedBy: actor.personId });
  await tellOther(work, planned, member.side, crossesAt);
  await note(work, actor, member, planned, 'plan.exchanged');
  return { kind: 'crossing', planned: (await loadPlan(work, planned.plan.id))!, seconds };
}

/** Takes it back before it has crossed, from one's own leader too: the other side never saw it, and it is drafted on. */
export async function recallPlan(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned } | Refused> {
  const waiting = await stillWaiting(work, actor, planId, { orAsked: true });
  if (isRefused(waiting)) return waiting;
  const { member, planned } = waiting;
  const nothing = { askedAt: null, askedBy: null, exchangedAt: null, exchangedBy: null };
  await setSide(work, planned, member.side, nothing);
  await note(work, actor, member, planned, 'plan.recalled');
  return { planned: (await loadPlan(work, planId))! };
}

/** Lets it cross at once. */
export async function sendPlanNow(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned } | Refused> {
  const waiting = await stillWaiting(work, actor, planId, { orAsked: false });
  if (isRefused(waiting)) return waiting;
  const { member, planned } = waiting;
  await setSide(work, planned, member.side, { exchangedAt: work.now, exchangedBy: actor.personId });
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
  await note(work, actor, member, planned, 'plan.sent-now');
  await startComparing(work, planId);
  return { planned: (await loadPlan(work, planId))! };
}

async function stillWaiting(
  work: Work,
  actor: Actor,
  planId: number,
  { orAsked }: { orAsked: boolean },
): Promise<{ member: Member; planned: Planned } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.exchange', { lock: true });
  if (isRefused(allowed)) return allowed;
  const own = allowed.planned.sides[allowed.member.side];
  if (orAsked && awaitsLeader(own)) return allowed;
  if (own.exchangedAt === null) return refuse('plan-not-exchanged');
  return hasExchanged(own, work.now) ? refuse('plan-crossed-already') : allowed;
}

/** Writes what became of a side's part; the caller holds the plan's row. */
export async function setSide(
  work: Work,
  { plan: { id: planId, pairId } }: Planned,
  side: Side,
  set: Partial<PlanSide>,
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
  audit(work, {
    pairId: plan.pairId,
    type,
    by: actor.personId,
    facts: { plan: plan.id, year: plan.year, side },
  });
