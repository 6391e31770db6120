import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openKeepGaps, openSettle } from '../src/usecases/form/plan-settle-open.ts';
import { type AnsweredSettlement, answerSettlement } from '../src/usecases/plan/answer-settlement.ts';
import { fillNow } from '../src/usecases/plan/fill-gap.ts';
import { findingList, findingsButton, readFinding } from '../src/usecases/plan/finding-message.ts';
import { answerGaps } from '../src/usecases/plan/keep-gaps.ts';
import { answering } from '../src/usecases/plan/load-finding.ts';
import { recallSettlement } from '../src/usecases/plan/propose-settlement.ts';
import { details, isRefused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { onTap, onTaps, opened, refuseTap, showEdit, turned } from './respond.ts';

/** [Trùng lặp, bỏ trống] of /kehoach: what comparing found, and how both sides settle it. */
export const kehoachTrung = new Composer<BotContext>();

// The first page comes as a new message: an edit cannot protect what was not protected (C7).
onTap(kehoachTrung, 'planfind', async (ctx, actor, { id, page = 0 }) =>
  turned(ctx, await findingList(ctx.work, actor, id, page), page > 0),
);

const settles =
  (how: Parameters<typeof openSettle>[3]) =>
  async (ctx: BotContext, actor: Actor, { findingId }: { findingId: number }) =>
    opened(ctx, await openSettle(ctx.work, actor, findingId, how));

/** One finding or the questions of a form bring a new message; an answer ends in the tapped one. */
onTaps(kehoachTrung, 'planone', {
  show: async (ctx, actor, { findingId }) => opened(ctx, await readFinding(ctx.work, actor, findingId)),
  merge: settles('merge'),
  shift: settles('shift'),
  keep: settles('keep'),
  fill: settles('fill'),
  gaps: async (ctx, actor, { planId }) => opened(ctx, await openKeepGaps(ctx.work, actor, planId)),
  yes: async (ctx, actor, { settlementId }) => showEdit(ctx, await answer(ctx, actor, settlementId, true)),
  no: async (ctx, actor, { settlementId }) => showEdit(ctx, await answer(ctx, actor, settlementId, false)),
  recall: async (ctx, actor, { findingId }) => {
    const recalled = await recallSettlement(ctx.work, actor, findingId);
    if (isRefused(recalled)) return refuseTap(ctx, recalled);
    showEdit(ctx, details([text('planfind-recalled')], [findingsButton(recalled.found.planned)]));
  },
  now: async (ctx, actor, { findingId }) => {
    const filled = await fillNow(ctx.work, actor, findingId);
    if (isRefused(filled)) return refuseTap(ctx, filled);
    showEdit(ctx, details([text('planfind-filled')], [findingsButton(filled.found.planned)]));
  },
  gapsyes: async (ctx, actor, { planId }) => showEdit(ctx, await answerAll(ctx, actor, planId, true)),
  gapsno: async (ctx, actor, { planId }) => showEdit(ctx, await answerAll(ctx, actor, planId, false)),
});

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
