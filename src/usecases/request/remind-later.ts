import { and, eq } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { dueStep } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { laterAt } from '../../domain/escalation-later.ts';
import { nearArg, type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { lockRequest, type Recipient, type Request, recipientOf } from './load-request.ts';
import { WANTED_LATER } from './send-together.ts';

export type RemindedLater = { kind: 'set'; at: DateTime } | Refused;

/** "Nhắc lại chiều nay": the person's own reminder, once more before the deadline; a second wish replaces the first. */
export async function remindLater(work: Work, actor: Actor, requestId: number): Promise<RemindedLater> {
  const locked = await lockRequest(work, requestId);
  const mine = locked && (await recipientOf(work, requestId, actor.personId));
  if (!locked || !mine || !memberIn(actor, locked.request.pairId)) return refuse('refused-not-found');
  const { request } = locked;
  if (request.state === 'void') return refuse('notice-overtaken');
  if (mine.replacedBy !== null) return refuse('refused-replaced');
  if (request.state !== 'open' || mine.answeredAt !== null) return refuse('later-answered');
  const at = laterAt(calendarOf(work.calendar, request.policy), work.now, request.dueAt);
  if (!at) return refuse('later-too-close', { due: nearArg(request.dueAt) });
  await writeStep(work, request, mine, at);
  return { kind: 'set', at };
}

async function writeStep(work: Work, request: Request, mine: Recipient, dueAt: DateTime): Promise<void> {
  const own = and(
    eq(dueStep.requestId, request.id),
    eq(dueStep.recipientId, mine.id),
    eq(dueStep.kind, 'again'),
    eq(dueStep.state, 'pending'),
  );
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'asked for another time', doneAt: work.now })
    .where(own);
  await work.tx.insert(dueStep).values({
    pairId: request.pairId,
    requestId: request.id,
    recipientId: mine.id,
    kind: 'again',
    dueAt,
    reason: WANTED_LATER,
  });
}
