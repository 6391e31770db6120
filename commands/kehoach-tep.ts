import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openPlanFile } from '../src/usecases/form/plan-file-open.ts';
import { choosePlanFile, sendPlanFile } from '../src/usecases/plan/send-plan-file.ts';
import { text } from '../src/usecases/said.ts';
import { onTap, opened, refuseTap } from './respond.ts';

/** The buttons of /kehoach that take a file (tệp) in or give one out. */
export const kehoachTep = new Composer<BotContext>();

onTap(kehoachTep, 'planfile', async (ctx, actor, { id }) =>
  opened(ctx, await openPlanFile(ctx.work, actor, id)),
);

onTap(kehoachTep, 'planout', async (ctx, actor, { id, as }) => {
  if (as === undefined) return opened(ctx, await choosePlanFile(ctx.work, actor, id));
  const refused = await sendPlanFile(ctx.work, actor, id, as);
  if (refused) refuseTap(ctx, refused);
  else ctx.answers.toast = text('toast-plan-out-coming');
});
