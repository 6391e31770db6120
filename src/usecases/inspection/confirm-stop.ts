import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { tellPeople } from '../enqueue.ts';
import { comparePlansOf } from '../plan/compare-plan.ts';
import type { Recipient } from '../request/load-request.ts';
import { isRefused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { voidNotices } from './confirm-change-void.ts';
import {
  type Asking,
  type Confirmed,
  lockAsked,
  tellAsker,
  type Word,
  writeWord,
} from './confirm-change-word.ts';
import { type Case, loadCase } from './load-case.ts';
import { mayStop } from './propose-stop.ts';
import { peopleOf } from './roster.ts';

/**
 * The other side's word on a stop. Confirmed: "dừng, không thực hiện", the notices are void, and everyone who was asked is
 * told once. Not confirmed: it goes on.
 */
export async function confirmStop(
  work: Work,
  actor: Actor,
  requestId: number,
  word: Word,
): Promise<Confirmed> {
  const asking = await lockAsked(work, actor, requestId, 'stop', word);
  if (isRefused(asking)) return asking;
  const { found } = asking;
  if (!mayStop('stop', found.inspection.state)) return refuse('refused-state');
  const mine = await writeWord(work, actor, asking, word);
  if (!word.isConfirmed) {
    await tellAsker(work, asking, mine, 'stop_refused', true);
    return { kind: 'refused', asks: 'stop', found };
  }
  await work.tx
    .update(inspection)
    .set({ state: 'stopped', changedAt: work.now })
    .where(eq(inspection.id, found.inspection.id));
  await comparePlansOf(work, found.inspection.pairId);
  const after = (await loadCase(work, found.inspection.id))!;
  const { asked } = await voidNotices(work, after);
  await tellOnce(work, actor, asking, after, asked);
  return { kind: 'confirmed', asks: 'stop', found: after };
}

/** Whoever was asked by a notice, and who leads or records on the side that proposed; each once. */
async function tellOnce(
  work: Work,
  actor: Actor,
  asking: Asking,
  found: Case,
  asked: Recipient[],
): Promise<void> {
  const { id, pairId } = found.inspection;
  const proposer = asking.member.side === 'a' ? 'b' : 'a';
  const concerned = await peopleOf(work, pairId, proposer, ['secretary', 'chair', 'vice']);
  const own = await peopleOf(work, pairId, asking.member.side, ['secretary']);
  const people = new Set([...asked.map((one) => one.personId), ...concerned, ...own]);
  people.delete(actor.personId);
  await tellPeople(
    work,
    [...people].map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, note: 'stopped' },
    })),
  );
}
