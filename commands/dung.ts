import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { chooseCase } from '../src/usecases/form/change-choice.ts';
import { openStop } from '../src/usecases/form/change-open.ts';
import { isRefused } from '../src/usecases/said.ts';
import { activeActor, refuseTap, say } from './respond.ts';

/** Stopping (dừng, không thực hiện) and not holding (chưa thực hiện): a reason, then the other side's confirmation. */
export const dung = new Composer<BotContext>();

dung.command(['dung', 'huy', 'stop'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'dung', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openStop(ctx.work, actor, chosen.inspectionId, 'stop') : chosen);
});

const ASKS = { stop: 'stop', nothold: 'not_held' } as const;

for (const [name, asks] of Object.entries(ASKS))
  onAction(dung, name, async (ctx, [id]) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const opened = await openStop(ctx.work, actor, idOf(id), asks);
    if (isRefused(opened)) refuseTap(ctx, opened);
    else ctx.answers.send.push(opened);
  });
