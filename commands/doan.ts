import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { chooseCase } from '../src/usecases/form/change-choice.ts';
import { openTeam } from '../src/usecases/form/change-open.ts';
import { isRefused } from '../src/usecases/said.ts';
import { activeActor, refuseTap, say } from './respond.ts';

/** The team (đoàn): one's own people on it, at any time before the end. */
export const doan = new Composer<BotContext>();

doan.command(['doan', 'team'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'doan', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openTeam(ctx.work, actor, chosen.inspectionId) : chosen);
});

onAction(doan, 'team', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const opened = await openTeam(ctx.work, actor, idOf(id));
  if (isRefused(opened)) refuseTap(ctx, opened);
  else ctx.answers.send.push(opened);
});
