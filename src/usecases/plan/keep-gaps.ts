import { and, eq } from 'drizzle-orm';
import { insertMany } from '../../../db/insert-many.ts';
import { planSettlement } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { closeSettlements } from './answer-settlement.ts';
import { finding } from './finding-sight.ts';
import { type Found, visibleFindings } from './load-finding.ts';
import { loadPlan, type Planned } from './load-plan.ts';
import { tellOfFindings } from './tell-finding.ts';

export type KeptGaps = { planned: Planned; count: number; seconds: number };

type Allowed = { planned: Planned; member: Member; gaps: Found[] };

/** The open gaps of a plan that is being compared, as a đầu mối may settle them; the plan is locked. */
async function openGaps(work: Work, actor: Actor, planId: number): Promise<Allowed | Refused> {
  const planned = await loadPlan(work, planId, { lock: true });
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return refuse('refused-not-found');
  if (!mayDo(member, 'plan.settle')) return refuse('refused-not-allowed');
  if (planned.plan.state !== 'comparing') return refuse('planfind-not-comparing');
  const where = and(eq(finding.kind, 'gap'), eq(finding.state, 'open'));
  return { planned, member, gaps: await visibleFindings(work, actor, planned, { where }) };
}

/** One reason for all organisations that stay without a line this year and of which nothing is put forward yet (R3). */
export async function keepGaps(
  work: Work,
  actor: Actor,
  planId: number,
  given: { reason: Reason; reasonText?: string },
): Promise<KeptGaps | Refused> {
  const allowed = await openGaps(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  const { planned, member } = allowed;
  const { pairId, side } = member;
  const common = { ...given, pairId, side, how: 'keep' as const, byPerson: actor.personId, at: work.now };
  const gaps = allowed.gaps.filter((one) => one.settlement === undefined);
  // What the other side has put forward and has not crossed yet is not known here: it stands.
  const rows = gaps.map(({ finding }) => ({ ...common, findingId: finding.id }));
  const made = await insertMany(work.tx, planSettlement, rows, { skipExisting: true, withIds: true });
  if (made.length === 0) return refuse('planfind-no-gaps');
  await audit(work, {
    pairId,
    type: 'plan.gaps-kept',
    by: actor.personId,
    facts: { plan: planId, side, reason: given.reason, settlements: made },
    values: given.reasonText ? { reasonText: { value: given.reasonText } } : {},
  });
  const seconds = planned.pair.policy.recallSeconds;
  const notBefore = work.now.plus({ seconds });
  await tellOfFindings(work, planned, { side: otherSide(side), note: 'asked', notBefore });
  return { planned, count: made.length, seconds };
}

/** The other side's word on all gaps that are put forward to it, at once: two statements and one entry, however many there are. */
export async function answerGaps(
  work: Work,
  actor: Actor,
  planId: number,
  isConfirmed: boolean,
): Promise<{ planned: Planned; count: number } | Refused> {
  const allowed = await openGaps(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  const { planned, member, gaps } = allowed;
  const asked = gaps.flatMap(({ settlement }) => settlement ?? []).filter((one) => one.side !== member.side);
  if (asked.length === 0) return refuse('refused-answered-already');
  await closeSettlements(work, actor, asked, isConfirmed);
  await audit(work, {
    pairId: member.pairId,
    type: isConfirmed ? 'plan.gaps-confirmed' : 'plan.gaps-refused',
    by: actor.personId,
    facts: { plan: planId, side: member.side, settlements: asked.map(({ id }) => id) },
  });
  await tellOfFindings(work, planned, { side: otherSide(member.side), note: 'answered' });
  return { planned, count: asked.length };
}
