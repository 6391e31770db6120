import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { chooseCase } from '../src/usecases/form/change-choice.ts';
import { openStop } from '../src/usecases/form/change-open.ts';
import { activeActor, onTap, opened, say } from './respond.ts';

/** Stopping (dừng, không thực hiện) and not holding (chưa thực hiện): a reason, then the other side's confirmation. */
export const dung = new Composer<BotContext>();

dung.command(['dung', 'stop'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'dung', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openStop(ctx.work, actor, chosen.inspectionId, 'stop') : chosen);
});

onTap(dung, 'stop', async (ctx, actor, { id }) => opened(ctx, await openStop(ctx.work, actor, id, 'stop')));
onTap(dung, 'nothold', async (ctx, actor, { id }) =>
  opened(ctx, await openStop(ctx.work, actor, id, 'not_held')),
);
