import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { answerHandover } from '../src/usecases/handover/answer-handover.ts';
import {
  beginHandover,
  previewMessage,
  successorsMessage,
  takenMessage,
  waitingMessage,
} from '../src/usecases/handover/messages.ts';
import { offerHandover, withdrawHandover } from '../src/usecases/handover/offer-handover.ts';
import { unusedName } from '../src/usecases/link/pair-choice.ts';
import { isRefused, message, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, refuseTap, say, showEdit } from './respond.ts';

/** /bangiao: a đầu mối's duties in a pair pass to a successor, who confirms by one tap. */
export const bangiao = new Composer<BotContext>();

bangiao.chatType('private').command(['bangiao', 'handover'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  noteUnused(ctx, unusedName(actor.members, typed));
  say(ctx, await beginHandover(ctx.work, actor, 0, typed));
});

onTaps(bangiao, 'handover', {
  pairs: async (ctx, actor, { page }) => showEdit(ctx, await beginHandover(ctx.work, actor, page)),
  list: async (ctx, actor, { pairId, page }) =>
    showEdit(ctx, await successorsMessage(ctx.work, actor, pairId, page)),
  pick: async (ctx, actor, { pairId, toPerson }) =>
    showEdit(ctx, await previewMessage(ctx.work, actor, pairId, toPerson)),
  ask: async (ctx, actor, asked) => {
    const offered = await offerHandover(ctx.work, actor, asked);
    if (isRefused(offered)) return refuseTap(ctx, offered);
    ctx.answers.edit = await waitingMessage(ctx.work, offered.offer);
  },
  undo: async (ctx, actor, { id }) => {
    const undone = await withdrawHandover(ctx.work, actor, id);
    showEdit(ctx, isRefused(undone) ? undone : message([text('handover-withdrawn', { name: undone.name })]));
  },
  yes: (ctx, actor, { id }) => answer(ctx, actor, id, true),
  no: (ctx, actor, { id }) => answer(ctx, actor, id, false),
});

async function answer(ctx: BotContext, actor: Actor, id: number, isTaken: boolean): Promise<void> {
  const answered = await answerHandover(ctx.work, actor, id, isTaken);
  if (isRefused(answered)) return refuseTap(ctx, answered);
  ctx.answers.edit =
    answered.kind === 'done'
      ? takenMessage(actor, answered.offer)
      : message([text('handover-refused', { name: answered.name })]);
}
