import { and, eq } from 'drizzle-orm';
import { planQuota } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { openQuota, type QuotaIds, type QuotaRow } from './load-quotas.ts';
import { openToQuota } from './propose-quota.ts';

/** Takes back what one's own side put forward and the other has not answered. */
export async function recallQuota(
  work: Work,
  actor: Actor,
  ids: QuotaIds,
): Promise<{ planned: Planned } | Refused> {
  const found = await openProposal(work, actor, ids);
  if (isRefused(found)) return found;
  if (found.change.side !== found.member.side) return refuse('refused-not-allowed');
  await end(work, found.change, { state: 'void', answeredAt: work.now });
  return note(work, actor, found, 'plan.quota-recalled');
}

/** The other side's word (R4): confirmed, it holds and the one it replaces ends. Of two taps the first counts. */
export async function answerQuota(
  work: Work,
  actor: Actor,
  ids: QuotaIds,
  isConfirmed: boolean,
): Promise<{ planned: Planned } | Refused> {
  const found = await openProposal(work, actor, ids);
  if (isRefused(found)) return found;
  const { change, member } = found;
  if (change.side === member.side) return refuse('refused-not-allowed');
  const answered = { answeredBy: actor.personId, answeredAt: work.now };
  if (!isConfirmed) {
    await end(work, change, { state: 'refused', ...answered });
    return note(work, actor, found, 'plan.quota-refused');
  }
  // First: two of one kind, span and measure never hold at once.
  await endReplaced(work, change);
  const isGoing = change.least === 0;
  await end(work, change, {
    ...{ state: isGoing ? 'ended' : 'holds', endedAt: isGoing ? work.now : null },
    ...answered,
  });
  return note(work, actor, found, 'plan.quota-confirmed');
}

type Proposal = { planned: Planned; member: Member; change: QuotaRow };

async function openProposal(work: Work, actor: Actor, ids: QuotaIds): Promise<Proposal | Refused> {
  const allowed = await openToQuota(work, actor, ids.planId);
  if (isRefused(allowed)) return allowed;
  const { pairId } = allowed.member;
  const [row] = await work.tx
    .select()
    .from(planQuota)
    .where(and(eq(planQuota.pairId, pairId), eq(planQuota.id, ids.quotaId)))
    .for('update');
  if (!row) return refuse('refused-not-found');
  if (row.state !== 'open') return refuse('refused-answered-already');
  const found = await openQuota(work, actor, ids);
  return found?.change?.id === row.id ? { ...allowed, change: row } : refuse('refused-not-found');
}

const end = (work: Work, { pairId, id }: QuotaRow, set: Partial<typeof planQuota.$inferInsert>) =>
  work.tx
    .update(planQuota)
    .set(set)
    .where(and(eq(planQuota.pairId, pairId), eq(planQuota.id, id), eq(planQuota.state, 'open')));

async function endReplaced(work: Work, { pairId, replacesId }: QuotaRow): Promise<void> {
  if (replacesId === null) return;
  await work.tx
    .update(planQuota)
    .set({ state: 'ended', endedAt: work.now })
    .where(and(eq(planQuota.pairId, pairId), eq(planQuota.id, replacesId), eq(planQuota.state, 'holds')));
}

async function note(
  work: Work,
  actor: Actor,
  { planned, member: { pairId, side }, change }: Proposal,
  type: string,
): Promise<{ planned: Planned }> {
  const facts = { plan: planned.plan.id, quota: change.id, replaces: change.replacesId, side };
  await audit(work, { pairId, type, by: actor.personId, facts });
  return { planned };
}
