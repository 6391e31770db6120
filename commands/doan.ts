import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { chooseCase } from '../src/usecases/form/change-choice.ts';
import { openTeam } from '../src/usecases/form/change-open.ts';
import { activeActor, onTap, opened, say } from './respond.ts';

/** The team (đoàn): one's own people on it, at any time before the end. */
export const doan = new Composer<BotContext>();

doan.command(['doan', 'team'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'doan', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openTeam(ctx.work, actor, chosen.inspectionId) : chosen);
});

onTap(doan, 'team', async (ctx, actor, { id }) => opened(ctx, await openTeam(ctx.work, actor, id)));
