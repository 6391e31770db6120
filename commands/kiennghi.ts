import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openDone, openRecommendation } from '../src/usecases/form/outcome-open.ts';
import { recommendationsTyped } from '../src/usecases/form/recommendation-line.ts';
import { withdrawRecommendation } from '../src/usecases/outcome/withdraw-recommendation.ts';
import { isRefused } from '../src/usecases/said.ts';
import {
  askWithdraw,
  readRecommendation,
  recommendationList,
  recommendationsOfCase,
  withdrawnRecommendation,
} from '../src/usecases/view/recommendation-message.ts';
import { activeActor, onTaps, opened, say, showEdit, turned } from './respond.ts';

/** /kiennghi: what conclusions asked for (kiến nghị, yêu cầu), and whether it is done. */
export const kiennghi = new Composer<BotContext>();

kiennghi.chatType('private').command(['kiennghi', 'recommendations'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await recommendationsTyped(ctx.work, actor, ctx.match.trim()));
});

/** Forms and single ones come as new messages; so does a first page, which has to be protected (C7). */
onTaps(kiennghi, 'rec', {
  list: async (ctx, actor, { page }) => showEdit(ctx, await recommendationList(ctx.work, actor, page)),
  of: async (ctx, actor, { id, page }) =>
    turned(ctx, await recommendationsOfCase(ctx.work, actor, id, page), page > 0),
  show: async (ctx, actor, { id }) => opened(ctx, await readRecommendation(ctx.work, actor, id)),
  add: async (ctx, actor, { id }) => opened(ctx, await openRecommendation(ctx.work, actor, id)),
  out: async (ctx, actor, { id }) => showEdit(ctx, await askWithdraw(ctx.work, actor, id)),
  gone: async (ctx, actor, { id }) => {
    const withdrawn = await withdrawRecommendation(ctx.work, actor, id);
    showEdit(ctx, isRefused(withdrawn) ? withdrawn : withdrawnRecommendation(withdrawn));
  },
  done: async (ctx, actor, { id }) => opened(ctx, await openDone(ctx.work, actor, id)),
});
