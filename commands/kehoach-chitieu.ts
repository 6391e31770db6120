import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openNewQuota, openQuotaChange } from '../src/usecases/form/plan-quota-open.ts';
import { answerQuota, recallQuota } from '../src/usecases/plan/answer-quota.ts';
import type { QuotaIds } from '../src/usecases/plan/load-quotas.ts';
import { quotasButton } from '../src/usecases/plan/quota-lines.ts';
import { quotaList, quotaMessage } from '../src/usecases/plan/quota-message.ts';
import { details, isRefused, type Refused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** [Chỉ tiêu, tháng trống] of /kehoach: what the whole plan leaves open, and the quotas (chỉ tiêu) both sides agree to. */
export const kehoachChiTieu = new Composer<BotContext>();

// The first page comes as a new message: an edit cannot protect what was not protected (C7).
onAction(kehoachChiTieu, 'planquota', async (ctx, [planId, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const list = await quotaList(ctx.work, actor, idOf(planId), idOf(page));
  if (idOf(page) > 0) showEdit(ctx, list);
  else opened(ctx, list);
});

type Tap = (ctx: BotContext, actor: Actor, ids: QuotaIds) => Promise<Message | Refused>;

/** Each brings a new message: one quota, or the questions of its form. */
const OPENS = new Map<string, Tap>([
  ['add', (ctx, actor, { planId }) => openNewQuota(ctx.work, actor, planId)],
  ['show', (ctx, actor, ids) => quotaMessage(ctx.work, actor, ids)],
  ['change', (ctx, actor, ids) => openQuotaChange(ctx.work, actor, ids, false)],
  ['drop', (ctx, actor, ids) => openQuotaChange(ctx.work, actor, ids, true)],
]);

/** Each ends in the tapped message. */
const ENDS = new Map<string, Tap>([
  ['yes', (ctx, actor, ids) => answer(ctx, actor, ids, true)],
  ['no', (ctx, actor, ids) => answer(ctx, actor, ids, false)],
  [
    'recall',
    async (ctx, actor, ids) => {
      const recalled = await recallQuota(ctx.work, actor, ids);
      if (isRefused(recalled)) return recalled;
      return details([text('planquota-recalled')], [quotasButton(recalled.planned)]);
    },
  ],
]);

async function answer(ctx: BotContext, actor: Actor, ids: QuotaIds, isConfirmed: boolean) {
  const answered = await answerQuota(ctx.work, actor, ids, isConfirmed);
  if (isRefused(answered)) return answered;
  const key = isConfirmed ? 'planquota-confirmed' : 'planquota-refused';
  return details([text(key)], [quotasButton(answered.planned)]);
}

function opened(ctx: BotContext, outcome: Message | Refused): void {
  if (isRefused(outcome)) refuseTap(ctx, outcome);
  else say(ctx, outcome);
}

onAction(kehoachChiTieu, 'planq', async (ctx, [what = '', planId, quotaId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const ids = { planId: idOf(planId), quotaId: idOf(quotaId) };
  const [open, end] = [OPENS.get(what), ENDS.get(what)];
  if (open) opened(ctx, await open(ctx, actor, ids));
  else if (end) showEdit(ctx, await end(ctx, actor, ids));
  else ctx.answers.toast = text('toast-stale-button');
});
