import { Composer } from 'grammy';
import { fold } from '../src/domain/fold.ts';
import type { Message } from '../src/domain/message.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { readHistory } from '../src/usecases/view/read-history.ts';
import { searchCases } from '../src/usecases/view/search-cases.ts';
import { search } from '../src/usecases/view/search-message.ts';
import { whoAnswered } from '../src/usecases/view/who-answered.ts';
import { whyMe } from '../src/usecases/view/why-me.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** What a card tells beyond itself: who has answered, why I am asked, what happened. */
export const xem = new Composer<BotContext>();

type Read = (ctx: BotContext, actor: Actor, id: number, page: number) => Promise<Message | Refused>;

/** The first page is a message of its own and protected (C7); the pages after it are edits of that message. */
function onRead(name: string, read: Read): void {
  onAction(xem, name, async (ctx, [id, page]) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const shown = await read(ctx, actor, idOf(id), idOf(page));
    if (page !== undefined) return showEdit(ctx, shown);
    if (isRefused(shown)) return refuseTap(ctx, shown);
    say(ctx, shown);
  });
}

onRead('who', (ctx, actor, id, page) => whoAnswered(ctx.work, actor, id, page));
onRead('why', (ctx, actor, id) => whyMe(ctx.work, actor, id));
onRead('history', (ctx, actor, id, page) => readHistory(ctx.work, actor, id, page));

xem.chatType('private').command(['visao', 'why'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed === '' || typed === '?') return say(ctx, message([text('why-ask')]));
  const found = await searchCases(ctx.work, actor, fold(typed).split(' ').filter(Boolean));
  const [only] = found;
  if (!only) return say(ctx, refuse('refused-not-found'));
  say(
    ctx,
    found.length === 1
      ? await whyMe(ctx.work, actor, only.inspectionId)
      : await search(ctx.work, actor, typed),
  );
});
