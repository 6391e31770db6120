import { Composer } from 'grammy';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openDone, openRecommendation } from '../src/usecases/form/outcome-open.ts';
import { recommendationsTyped } from '../src/usecases/form/recommendation-line.ts';
import { withdrawRecommendation } from '../src/usecases/outcome/withdraw-recommendation.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import {
  askWithdraw,
  readRecommendation,
  recommendationList,
  recommendationsOfCase,
  withdrawnRecommendation,
} from '../src/usecases/view/recommendation-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /kiennghi: what conclusions asked for (kiến nghị, yêu cầu), and whether it is done. */
export const kiennghi = new Composer<BotContext>();

kiennghi.chatType('private').command(['kiennghi', 'recommendations'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await recommendationsTyped(ctx.work, actor, ctx.match.trim()));
});

type Tap = (ctx: BotContext, actor: Actor, id: number, page: string | undefined) => Promise<void>;

/** Forms and single ones come as new messages; so does a first page, which has to be protected (C7). */
const TAPS: Record<string, Tap> = {
  list: async (ctx, actor, page) => showEdit(ctx, await recommendationList(ctx.work, actor, page)),
  of: async (ctx, actor, id, page) => {
    const shown = await recommendationsOfCase(ctx.work, actor, id, idOf(page));
    if (idOf(page) > 0) showEdit(ctx, shown);
    else opened(ctx, shown);
  },
  show: async (ctx, actor, id) => opened(ctx, await readRecommendation(ctx.work, actor, id)),
  add: async (ctx, actor, id) => opened(ctx, await openRecommendation(ctx.work, actor, id)),
  out: async (ctx, actor, id) => showEdit(ctx, await askWithdraw(ctx.work, actor, id)),
  gone: async (ctx, actor, id) => {
    const withdrawn = await withdrawRecommendation(ctx.work, actor, id);
    showEdit(ctx, isRefused(withdrawn) ? withdrawn : withdrawnRecommendation(withdrawn));
  },
  done: async (ctx, actor, id) => opened(ctx, await openDone(ctx.work, actor, id)),
};

function opened(ctx: BotContext, outcome: Awaited<ReturnType<typeof openDone>>): void {
  if (isRefused(outcome)) refuseTap(ctx, outcome);
  else say(ctx, outcome);
}

onAction(kiennghi, 'rec', async (ctx, [what, id, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(TAPS, what);
  if (tap) await tap(ctx, actor, idOf(id), page);
  else ctx.answers.toast = text('toast-stale-button');
});
