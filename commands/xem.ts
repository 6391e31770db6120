import { Composer } from 'grammy';
import { cut } from '../src/domain/cut.ts';
import { fold } from '../src/domain/fold.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { message, refuse, text } from '../src/usecases/said.ts';
import { readHistory } from '../src/usecases/view/read-history.ts';
import { searchCases } from '../src/usecases/view/search-cases.ts';
import { search } from '../src/usecases/view/search-message.ts';
import { whoAnswered } from '../src/usecases/view/who-answered.ts';
import { whyMe } from '../src/usecases/view/why-me.ts';
import { activeActor, onTap, say, turned } from './respond.ts';

/** What a card tells beyond itself: who has answered, why I am asked, what happened. */
export const xem = new Composer<BotContext>();

onTap(xem, 'who', async (ctx, actor, { requestId, page }) =>
  turned(ctx, await whoAnswered(ctx.work, actor, requestId, page ?? 0), page !== undefined),
);
onTap(xem, 'why', async (ctx, actor, { id, page }) =>
  turned(ctx, await whyMe(ctx.work, actor, id), page !== undefined),
);
onTap(xem, 'history', async (ctx, actor, { id, page }) =>
  turned(ctx, await readHistory(ctx.work, actor, id, page ?? 0), page !== undefined),
);

xem.chatType('private').command(['visao', 'why'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed === '' || typed === '?') return say(ctx, message([text('why-ask')]));
  const found = await searchCases(ctx.work, actor, fold(typed).split(' ').filter(Boolean));
  const [only] = found;
  if (!only) return say(ctx, refuse('search-none', { words: cut(typed, 80) }));
  say(
    ctx,
    found.length === 1
      ? await whyMe(ctx.work, actor, only.inspectionId)
      : await search(ctx.work, actor, typed),
  );
});
