import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { isRefused, type Refused, text } from '../src/usecases/said.ts';
import { askWhyKept, clashMessage, keptMessage } from '../src/usecases/view/clash-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** What an inspection overlaps with (trùng lặp) and nobody has settled: from /viec and the digests. */
export const trunglap = new Composer<BotContext>();

type Run = (ctx: BotContext, actor: Actor, id: number, reason: string) => Promise<Message | Refused>;

const EDITS: Record<string, Run> = {
  keep: (ctx, actor, id) => askWhyKept(ctx.work, actor, id),
  why: (ctx, actor, id, reason) => keptMessage(ctx.work, actor, id, reason),
};

onAction(trunglap, 'clash', async (ctx, [what, id, reason = '']) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  if (what === 'show') {
    const shown = await clashMessage(ctx.work, actor, idOf(id));
    if (isRefused(shown)) refuseTap(ctx, shown);
    else say(ctx, shown);
    return;
  }
  const run = ownEntry(EDITS, what);
  if (run) showEdit(ctx, await run(ctx, actor, idOf(id), reason));
  else ctx.answers.toast = text('toast-stale-button');
});
