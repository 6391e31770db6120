import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openFromPlan, openPlanFreeze, openPlanLine } from '../src/usecases/form/plan-open.ts';
import { unusedName } from '../src/usecases/link/pair-choice.ts';
import { exchangePlan, recallPlan, sendPlanNow } from '../src/usecases/plan/exchange-plan.ts';
import { itemMessage, itemsMessage, withdrawnMessage } from '../src/usecases/plan/item-message.ts';
import {
  agreeOrAsk,
  approveOrAsk,
  askReturn,
  givenMessage,
  recordApproval,
  recordWord,
  returnPlan,
} from '../src/usecases/plan/plan-answers.ts';
import { livedList, planDifference } from '../src/usecases/plan/plan-difference.ts';
import {
  planMessage,
  planOfPair,
  planOrChoice,
  readPlan,
  readPlanWords,
} from '../src/usecases/plan/plan-message.ts';
import { withdrawItem } from '../src/usecases/plan/write-items.ts';
import { isRefused, message, text } from '../src/usecases/said.ts';
import { activeActor, noteUnused, onTaps, opened, say, showEdit, turned } from './respond.ts';

/** /kehoach: the year's plan of a pair: lines, exchange, agreement, document, and what became of it. */
export const kehoach = new Composer<BotContext>();

kehoach.chatType('private').command(['kehoach', 'plan'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed === '?') return say(ctx, message([text('plan-examples')]));
  const words = readPlanWords(typed);
  noteUnused(ctx, unusedName(actor.members, words.name));
  say(ctx, await planOrChoice(ctx.work, actor, words));
});

/** The year in a button; without one (0, an old button) the plan that is worked on. */
const yearOf = (year: number | undefined): number | undefined => year || undefined;

/** What opens something new in the chat comes as a message of its own; what changes the plan shows in the tapped one. */
onTaps(kehoach, 'plan', {
  mine: async (ctx, actor) => opened(ctx, await planOrChoice(ctx.work, actor)),
  list: async (ctx, actor, { pairId, year }) =>
    opened(ctx, await planOfPair(ctx.work, actor, pairId, yearOf(year))),
  show: async (ctx, actor, { id, part }) =>
    turned(ctx, await readPlan(ctx.work, actor, id, part === 'all'), part === 'all'),
  add: async (ctx, actor, { id }) => opened(ctx, await openPlanLine(ctx.work, actor, id)),
  freeze: async (ctx, actor, { id }) => opened(ctx, await openPlanFreeze(ctx.work, actor, id)),
  propose: async (ctx, actor, { itemId }) => opened(ctx, await openFromPlan(ctx.work, actor, itemId)),
  pairs: async (ctx, actor, { page, year }) =>
    showEdit(ctx, await planOrChoice(ctx.work, actor, { page, year: yearOf(year) })),
  items: async (ctx, actor, { id, page }) => showEdit(ctx, await itemsMessage(ctx.work, actor, id, page)),
  item: async (ctx, actor, { itemId }) => showEdit(ctx, await itemMessage(ctx.work, actor, itemId)),
  lived: async (ctx, actor, { id, part, page = 0 }) =>
    showEdit(
      ctx,
      part === undefined
        ? await planDifference(ctx.work, actor, id)
        : await livedList(ctx.work, actor, id, part, page),
    ),
  agree: async (ctx, actor, { id }) => showEdit(ctx, await agreeOrAsk(ctx.work, actor, id)),
  word: async (ctx, actor, { id, via }) => showEdit(ctx, await recordWord(ctx.work, actor, id, via)),
  approve: async (ctx, actor, { id }) => showEdit(ctx, await approveOrAsk(ctx.work, actor, id)),
  approved: async (ctx, actor, { id, via }) => showEdit(ctx, await recordApproval(ctx.work, actor, id, via)),
  return: async (ctx, actor, { id }) => showEdit(ctx, await askReturn(ctx.work, actor, id)),
  returned: async (ctx, actor, { id, reason }) =>
    showEdit(ctx, await returnPlan(ctx.work, actor, id, reason)),
  out: async (ctx, actor, { itemId }) => {
    const withdrawn = await withdrawItem(ctx.work, actor, itemId);
    showEdit(ctx, isRefused(withdrawn) ? withdrawn : await withdrawnMessage(withdrawn.planned));
  },
  give: async (ctx, actor, { id }) => {
    const given = await exchangePlan(ctx.work, actor, id);
    showEdit(ctx, isRefused(given) ? given : await givenMessage(actor, given));
  },
  recall: async (ctx, actor, { id }) => {
    const recalled = await recallPlan(ctx.work, actor, id);
    showEdit(ctx, isRefused(recalled) ? recalled : await planMessage(ctx.work, actor, recalled.planned));
  },
  now: async (ctx, actor, { id }) => {
    const sent = await sendPlanNow(ctx.work, actor, id);
    showEdit(ctx, isRefused(sent) ? sent : await planMessage(ctx.work, actor, sent.planned));
  },
});
