import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { PLAN_PICTURES, sendPlanPicture } from '../src/usecases/plan/send-picture.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { activeActor, refuseTap } from './respond.ts';

/** The pictures of a year's plan, a page at a time. */
export const kehoachHinh = new Composer<BotContext>();

onAction(kehoachHinh, 'planpic', async (ctx, [id, what = 'year', page = '0']) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const picture = PLAN_PICTURES.find((one) => one === what);
  if (!picture) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  const sent = await sendPlanPicture(ctx.work, actor, idOf(id), picture, idOf(page));
  if (isRefused(sent)) refuseTap(ctx, sent);
  else ctx.answers.toast = text('toast-plan-picture-coming');
});
