import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openPlanFile } from '../src/usecases/form/plan-file-open.ts';
import { sendPlanFile } from '../src/usecases/plan/send-plan-file.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { activeActor, refuseTap, say } from './respond.ts';

/** The buttons of /kehoach that take a file (tệp) in or give one out. */
export const kehoachTep = new Composer<BotContext>();

onAction(kehoachTep, 'planfile', async (ctx, [planId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const opened = await openPlanFile(ctx.work, actor, idOf(planId));
  if (isRefused(opened)) refuseTap(ctx, opened);
  else say(ctx, opened);
});

onAction(kehoachTep, 'planout', async (ctx, [planId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const refused = await sendPlanFile(ctx.work, actor, idOf(planId));
  if (refused) refuseTap(ctx, refused);
  else ctx.answers.toast = text('toast-plan-out-coming');
});
