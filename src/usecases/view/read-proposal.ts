import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { compose } from '../compose/index.ts';
import { authorise } from '../inspection/access.ts';
import { button, isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { loadAsked } from './load-asked.ts';

/** A proposal that waits for the actor's side, worded as when it came with its buttons and the card's. Refused: not theirs, or answered. */
export async function readProposal(work: Work, actor: Actor, requestId: number): Promise<Message | Refused> {
  const asked = await loadAsked(work, requestId);
  const side = asked?.request.side ?? undefined;
  const allowed = authorise(asked?.found, actor, 'proposal.receive', work.now.toMillis(), side);
  if (isRefused(allowed)) return allowed;
  if (asked!.request.kind !== 'proposal') return refuse('refused-not-found');
  const { pairId, id } = allowed.found.inspection;
  const row = {
    id: 0,
    pairId,
    personId: actor.personId,
    chatId: actor.chatId,
    isGroup: false,
    threadId: null,
    lane: 0,
    kind: 'proposal',
    ref: { inspectionId: id, requestId },
    says: 'answer',
    silent: false,
    editMessageId: null,
    attempts: 0,
    resent: false,
    locale: actor.locale,
  } as const;
  const composed = (await compose(work, [row])).get(0)!;
  if (!('message' in composed)) return refuse('refused-answered-already');
  return {
    ...composed.message,
    buttons: [...composed.message.buttons, button('button-card', act('card', { id }))],
  };
}
