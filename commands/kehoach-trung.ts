import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openKeepGaps, openSettle } from '../src/usecases/form/plan-settle-open.ts';
import { type AnsweredSettlement, answerSettlement } from '../src/usecases/plan/answer-settlement.ts';
import { fillNow } from '../src/usecases/plan/fill-gap.ts';
import { findingList, findingsButton, readFinding } from '../src/usecases/plan/finding-message.ts';
import { answerGaps } from '../src/usecases/plan/keep-gaps.ts';
import { answering } from '../src/usecases/plan/load-finding.ts';
import { recallSettlement } from '../src/usecases/plan/propose-settlement.ts';
import { details, isRefused, type Refused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** [Trùng lặp, bỏ trống] of /kehoach: what comparing found, and how both sides settle it. */
export const kehoachTrung = new Composer<BotContext>();

// The first page comes as a new message: an edit cannot protect what was not protected (C7).
onAction(kehoachTrung, 'planfind', async (ctx, [planId, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const list = await findingList(ctx.work, actor, idOf(planId), idOf(page));
  if (idOf(page) > 0) showEdit(ctx, list);
  else opened(ctx, list);
});

type Tap = (ctx: BotContext, actor: Actor, id: number) => Promise<Message | Refused>;

/** Each brings a new message: one finding, or the questions of a form. */
const OPENS: Record<string, Tap> = {
  show: (ctx, actor, id) => readFinding(ctx.work, actor, id),
  merge: (ctx, actor, id) => openSettle(ctx.work, actor, id, 'merge'),
  shift: (ctx, actor, id) => openSettle(ctx.work, actor, id, 'shift'),
  keep: (ctx, actor, id) => openSettle(ctx.work, actor, id, 'keep'),
  fill: (ctx, actor, id) => openSettle(ctx.work, actor, id, 'fill'),
  gaps: (ctx, actor, id) => openKeepGaps(ctx.work, actor, id),
};

/** Each ends in the tapped message. */
const ANSWERS: Record<string, Tap> = {
  yes: (ctx, actor, id) => answer(ctx, actor, id, true),
  no: (ctx, actor, id) => answer(ctx, actor, id, false),
  recall: async (ctx, actor, id) => {
    const recalled = await recallSettlement(ctx.work, actor, id);
    if (isRefused(recalled)) return recalled;
    return details([text('planfind-recalled')], [findingsButton(recalled.found.planned)]);
  },
  now: async (ctx, actor, id) => {
    const filled = await fillNow(ctx.work, actor, id);
    if (isRefused(filled)) return filled;
    return details([text('planfind-filled')], [findingsButton(filled.found.planned)]);
  },
  gapsyes: (ctx, actor, id) => answerAll(ctx, actor, id, true),
  gapsno: (ctx, actor, id) => answerAll(ctx, actor, id, false),
};

async function answerAll(ctx: BotContext, actor: Actor, planId: number, isConfirmed: boolean) {
  const answered = await answerGaps(ctx.work, actor, planId, isConfirmed);
  if (isRefused(answered)) return answered;
  const { planned, count } = answered;
  const key = isConfirmed ? 'planfind-gaps-confirmed' : 'planfind-gaps-refused';
  return details([text(key, { count })], [findingsButton(planned)]);
}

async function answer(ctx: BotContext, actor: Actor, id: number, isConfirmed: boolean) {
  const answered = await answerSettlement(ctx.work, actor, id, isConfirmed);
  if (isRefused(answered)) return answered;
  return details([text(saidOf(answered))], [findingsButton(answered.found.planned)]);
}

function saidOf({ found, settlement: { how }, isConfirmed }: AnsweredSettlement) {
  // A line for a gap asks nobody, so that nobody can have confirmed it.
  if (!isConfirmed || how === 'fill') return 'planfind-refused';
  return how === 'merge' && answering(found)
    ? 'planfind-confirmed-held'
    : (`planfind-confirmed-${how}` as const);
}

function opened(ctx: BotContext, outcome: Message | Refused): void {
  if (isRefused(outcome)) refuseTap(ctx, outcome);
  else say(ctx, outcome);
}

onAction(kehoachTrung, 'planone', async (ctx, [what, id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const [open, end] = [ownEntry(OPENS, what), ownEntry(ANSWERS, what)];
  if (open) opened(ctx, await open(ctx, actor, idOf(id)));
  else if (end) showEdit(ctx, await end(ctx, actor, idOf(id)));
  else ctx.answers.toast = text('toast-stale-button');
});
