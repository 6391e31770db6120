import { and, eq } from 'drizzle-orm';
import { dueStep, request } from '../../../db/schema/index.ts';
import { calendarOf, planSteps } from '../../domain/escalation.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { pauseOneWorkingDay } from '../../domain/working-time.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { OutcomeNote } from '../outbox/refs.ts';
import { type Recipient, type Request, recipientOf } from '../request/load-request.ts';
import { makeRequest } from '../request/make-request.ts';
import { lockCrossed } from '../request/mark-crossed.ts';
import { writeAnswer } from '../request/write-answer.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { authorise } from './access.ts';
import type { Case } from './load-case.ts';
import { peopleOf } from './roster.ts';

export type ProposalAnswered = { found: Case; request: Request } | Refused;

/** "Đã tiếp nhận": the other side's đầu mối has it and asks their leaders' opinion; the deadline stands. */
export async function receiveProposal(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<ProposalAnswered> {
  const open = await openProposal(work, actor, requestId);
  if (isRefused(open)) return open;
  await answerAs(work, actor, open, 'received');
  await tellOwner(work, open, 'received');
  return open;
}

/** "Chuyển lãnh đạo": chair and vice are asked to decide, by the same deadline. */
export async function passToLeader(work: Work, actor: Actor, requestId: number): Promise<ProposalAnswered> {
  const open = await openProposal(work, actor, requestId);
  if (isRefused(open)) return open;
  await answerAs(work, actor, open, 'to_leader');
  await askDecision(work, open);
  await tellOwner(work, open, 'received');
  return open;
}

/** "Trao đổi trực tiếp": the clock stops for one working day, once a proposal; the first side is told (R6). */
export async function talkDirectly(work: Work, actor: Actor, requestId: number): Promise<ProposalAnswered> {
  const open = await openProposal(work, actor, requestId);
  if (isRefused(open)) return open;
  if (open.request.dueSource === 'paused') return refuse('refused-paused-already');
  const dueAt = pauseOneWorkingDay(calendarOf(work.calendar, open.request.policy), open.request.dueAt);
  await answerAs(work, actor, open, 'direct_talk');
  await moveDeadline(work, open, dueAt);
  await tellOwner(work, open, 'direct_talk');
  return { ...open, request: { ...open.request, dueAt } };
}

type Open = { found: Case; request: Request; mine: Recipient | undefined; side: Side };

async function openProposal(work: Work, actor: Actor, requestId: number): Promise<Open | Refused> {
  const locked = await lockCrossed(work, requestId);
  const asked = locked?.request.side ?? undefined;
  const allowed = authorise(locked?.found, actor, 'proposal.receive', work.now.toMillis(), asked);
  if (isRefused(allowed)) return allowed;
  if (locked!.request.kind !== 'proposal') return refuse('refused-not-found');
  if (locked!.request.state !== 'open') return refuse('refused-answered-already');
  const mine = await recipientOf(work, requestId, actor.personId);
  return { found: locked!.found, request: locked!.request, mine, side: allowed.member.side };
}

async function answerAs(
  work: Work,
  actor: Actor,
  open: Open,
  answer: 'received' | 'to_leader' | 'direct_talk',
) {
  const { pairId, id: inspectionId } = open.found.inspection;
  if (open.mine)
    await writeAnswer(work, {
      pairId,
      requestId: open.request.id,
      recipientId: open.mine.id,
      personId: actor.personId,
      versionId: open.request.versionId,
      answer,
      via: 'tap',
      isSettled: true,
    });
  await audit(work, {
    pairId,
    type: `proposal.${answer}`,
    by: actor.personId,
    inspectionId,
    facts: { side: open.side, version: open.request.versionId },
  });
}

async function askDecision(work: Work, open: Open): Promise<void> {
  const { pairId, id } = open.found.inspection;
  const leaders = await peopleOf(work, pairId, open.side, ['chair', 'vice']);
  const [already] = await work.tx
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.inspectionId, id), eq(request.kind, 'decision'), eq(request.state, 'open')));
  if (already) return;
  const made = await makeRequest(work, open.found, {
    kind: 'decision',
    side: open.side,
    askedAt: work.now,
    due: { dueAt: open.request.dueAt, source: 'policy' },
    asked: leaders.map((personId) => ({ personId, side: open.side, capacity: 'leader' })),
  });
  await tellPeople(
    work,
    made.recipients.map((one) => ({
      pairId,
      kind: 'decision',
      personId: one.personId,
      ref: { requestId: made.id, recipientId: one.id, inspectionId: id },
    })),
  );
}

async function moveDeadline(work: Work, open: Open, dueAt: Request['dueAt']): Promise<void> {
  const { id, pairId } = open.request;
  await work.tx.update(request).set({ dueAt, dueSource: 'paused' }).where(eq(request.id, id));
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'paused', doneAt: work.now })
    .where(and(eq(dueStep.requestId, id), eq(dueStep.state, 'pending')));
  const steps = planSteps(work.calendar, { ...open.request, dueAt }).filter((step) => step.dueAt > work.now);
  if (steps.length > 0)
    await work.tx.insert(dueStep).values(steps.map((step) => ({ pairId, requestId: id, ...step })));
}

/** The first side's đầu mối learns what became of the proposal: silently, since nothing is asked of them (R15). */
async function tellOwner(work: Work, open: Open, note: OutcomeNote): Promise<void> {
  const { pairId, id } = open.found.inspection;
  const secretaries = await peopleOf(work, pairId, otherSide(open.side), ['secretary']);
  await tellPeople(
    work,
    secretaries.map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, requestId: open.request.id, note },
    })),
  );
}
