import { Composer } from 'grammy';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
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
import { isRefused, message, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /bangiao: a đầu mối's duties in a pair pass to a successor, who confirms by one tap. */
export const bangiao = new Composer<BotContext>();

bangiao.chatType('private').command(['bangiao', 'handover'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await beginHandover(ctx.work, actor, 0, ctx.match.trim()));
});

const TAPS: Record<string, (ctx: BotContext, actor: Actor, args: number[]) => Promise<void>> = {
  pairs: async (ctx, actor, [page = 0]) => showEdit(ctx, await beginHandover(ctx.work, actor, page)),
  list: async (ctx, actor, [pairId = 0, page = 0]) =>
    showEdit(ctx, await successorsMessage(ctx.work, actor, pairId, page)),
  pick: async (ctx, actor, [pairId = 0, toPerson = 0]) =>
    showEdit(ctx, await previewMessage(ctx.work, actor, pairId, toPerson)),
  ask: offer,
  undo: async (ctx, actor, [id = 0]) => {
    const undone = await withdrawHandover(ctx.work, actor, id);
    showEdit(ctx, isRefused(undone) ? undone : message([text('handover-withdrawn', { name: undone.name })]));
  },
  yes: (ctx, actor, [id = 0]) => answer(ctx, actor, id, true),
  no: (ctx, actor, [id = 0]) => answer(ctx, actor, id, false),
};

onAction(bangiao, 'handover', async (ctx, [what, ...args]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(TAPS, what);
  if (tap) return tap(ctx, actor, args.map(idOf));
  ctx.answers.toast = text('toast-stale-button');
});

async function offer(ctx: BotContext, actor: Actor, args: number[]): Promise<void> {
  const [pairId = 0, toPerson = 0, leaves = 0] = args;
  const offered = await offerHandover(ctx.work, actor, { pairId, toPerson, leaves: leaves === 1 });
  if (isRefused(offered)) return refuseTap(ctx, offered);
  ctx.answers.edit = await waitingMessage(ctx.work, offered.offer);
}

async function answer(ctx: BotContext, actor: Actor, id: number, isTaken: boolean): Promise<void> {
  const answered = await answerHandover(ctx.work, actor, id, isTaken);
  if (isRefused(answered)) return refuseTap(ctx, answered);
  ctx.answers.edit =
    answered.kind === 'done'
      ? takenMessage(actor, answered.offer)
      : message([text('handover-refused', { name: answered.name })]);
}
