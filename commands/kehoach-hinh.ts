import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { sendPlanPicture } from '../src/usecases/plan/send-picture.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { onTap, refuseTap } from './respond.ts';

/** The pictures of a year's plan, a page at a time. */
export const kehoachHinh = new Composer<BotContext>();

onTap(kehoachHinh, 'planpic', async (ctx, actor, { id, picture = 'year', page = 0 }) => {
  const sent = await sendPlanPicture(ctx.work, actor, id, picture, page);
  if (isRefused(sent)) refuseTap(ctx, sent);
  else ctx.answers.toast = text('toast-plan-picture-coming');
});
