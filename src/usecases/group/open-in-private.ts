import type { Message } from '../../domain/message.ts';
import { sayInChat } from '../enqueue.ts';
import { openNotice } from '../inspection/open-notice.ts';
import { lockRequest } from '../request/load-request.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { readCard } from '../view/read-card.ts';
import type { Actor, Work } from '../work.ts';

/** A tap in a group: the details go to the person's private chat, protected (C7); who is not asked gets the card. */
export async function openInPrivate(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<{ kind: 'sent' } | Refused> {
  const shown = await detailsFor(work, actor, requestId);
  if (isRefused(shown)) return shown;
  await sayInChat(work, { chatId: actor.chatId, personId: actor.personId }, shown);
  return { kind: 'sent' };
}

async function detailsFor(work: Work, actor: Actor, requestId: number): Promise<Message | Refused> {
  const notice = await openNotice(work, actor, requestId);
  if (!isRefused(notice)) return notice;
  const locked = await lockRequest(work, requestId);
  return locked ? readCard(work, actor, locked.found.inspection.id) : refuse('refused-not-found');
}
