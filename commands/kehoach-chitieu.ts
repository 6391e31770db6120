import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openNewQuota, openQuotaChange } from '../src/usecases/form/plan-quota-open.ts';
import { answerQuota, recallQuota } from '../src/usecases/plan/answer-quota.ts';
import type { QuotaIds } from '../src/usecases/plan/load-quotas.ts';
import { quotasButton } from '../src/usecases/plan/quota-lines.ts';
import { quotaList, quotaMessage } from '../src/usecases/plan/quota-message.ts';
import { details, isRefused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { onTap, onTaps, opened, refuseTap, showEdit, turned } from './respond.ts';

/** [Chỉ tiêu, tháng trống] of /kehoach: what the whole plan leaves open, and the quotas (chỉ tiêu) both sides agree to. */
export const kehoachChiTieu = new Composer<BotContext>();

// The first page comes as a new message: an edit cannot protect what was not protected (C7).
onTap(kehoachChiTieu, 'planquota', async (ctx, actor, { id, page = 0 }) =>
  turned(ctx, await quotaList(ctx.work, actor, id, page), page > 0),
);

/** One quota or the questions of its form bring a new message; an answer ends in the tapped one. */
onTaps(kehoachChiTieu, 'planq', {
  add: async (ctx, actor, { planId }) => opened(ctx, await openNewQuota(ctx.work, actor, planId)),
  show: async (ctx, actor, ids) => opened(ctx, await quotaMessage(ctx.work, actor, ids)),
  change: async (ctx, actor, ids) => opened(ctx, await openQuotaChange(ctx.work, actor, ids, false)),
  drop: async (ctx, actor, ids) => opened(ctx, await openQuotaChange(ctx.work, actor, ids, true)),
  yes: async (ctx, actor, ids) => showEdit(ctx, await answer(ctx, actor, ids, true)),
  no: async (ctx, actor, ids) => showEdit(ctx, await answer(ctx, actor, ids, false)),
  recall: async (ctx, actor, ids) => {
    const recalled = await recallQuota(ctx.work, actor, ids);
    if (isRefused(recalled)) return refuseTap(ctx, recalled);
    showEdit(ctx, details([text('planquota-recalled')], [quotasButton(recalled.planned)]));
  },
});

async function answer(ctx: BotContext, actor: Actor, ids: QuotaIds, isConfirmed: boolean) {
  const answered = await answerQuota(ctx.work, actor, ids, isConfirmed);
  if (isRefused(answered)) return answered;
  const key = isConfirmed ? 'planquota-confirmed' : 'planquota-refused';
  return details([text(key)], [quotasButton(answered.planned)]);
}
