import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openFromPlan, openPlanFreeze, openPlanLine } from '../src/usecases/form/plan-open.ts';
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
import { isRefused, message, type Refused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /kehoach: the year's plan of a pair: lines, exchange, agreement, document, and what became of it. */
export const kehoach = new Composer<BotContext>();

kehoach.chatType('private').command(['kehoach', 'plan'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed === '?') return say(ctx, message([text('plan-examples')]));
  say(ctx, await planOrChoice(ctx.work, actor, readPlanWords(typed)));
});

/** The year in a button; without one (0, an old button) the plan that is worked on. */
const yearOf = (arg: string | undefined): number | undefined => idOf(arg) || undefined;

type Run = (ctx: BotContext, actor: Actor, args: string[]) => Promise<Message | Refused> | Message | Refused;

/** Opens something new in the chat: a form, a plan. */
const SAYS: Record<string, Run> = {
  mine: (ctx, actor) => planOrChoice(ctx.work, actor),
  list: (ctx, actor, [pairId, year]) => planOfPair(ctx.work, actor, idOf(pairId), yearOf(year)),
  show: (ctx, actor, [id]) => readPlan(ctx.work, actor, idOf(id)),
  add: (ctx, actor, [id]) => openPlanLine(ctx.work, actor, idOf(id)),
  freeze: (ctx, actor, [id]) => openPlanFreeze(ctx.work, actor, idOf(id)),
  propose: (ctx, actor, [id]) => openFromPlan(ctx.work, actor, idOf(id)),
};

/** Shows in the tapped message what came of it. */
const EDITS: Record<string, Run> = {
  pairs: (ctx, actor, [page, year]) =>
    planOrChoice(ctx.work, actor, { page: idOf(page), year: yearOf(year) }),
  items: (ctx, actor, [id, page]) => itemsMessage(ctx.work, actor, idOf(id), idOf(page)),
  item: (ctx, actor, [id]) => itemMessage(ctx.work, actor, idOf(id)),
  lived: (ctx, actor, [id, part, page]) =>
    part === undefined
      ? planDifference(ctx.work, actor, idOf(id))
      : livedList(ctx.work, actor, idOf(id), part, idOf(page)),
  agree: (ctx, actor, [id]) => agreeOrAsk(ctx.work, actor, idOf(id)),
  word: (ctx, actor, [id, via]) => recordWord(ctx.work, actor, idOf(id), via),
  approve: (ctx, actor, [id]) => approveOrAsk(ctx.work, actor, idOf(id)),
  approved: (ctx, actor, [id, via]) => recordApproval(ctx.work, actor, idOf(id), via),
  return: (ctx, actor, [id]) => askReturn(ctx.work, actor, idOf(id)),
  returned: (ctx, actor, [id, reason]) => returnPlan(ctx.work, actor, idOf(id), reason),
  out: async (ctx, actor, [id]) => {
    const withdrawn = await withdrawItem(ctx.work, actor, idOf(id));
    return isRefused(withdrawn) ? withdrawn : withdrawnMessage(withdrawn.planned);
  },
  give: async (ctx, actor, [id]) => {
    const given = await exchangePlan(ctx.work, actor, idOf(id));
    return isRefused(given) ? given : givenMessage(actor, given);
  },
  recall: async (ctx, actor, [id]) => {
    const recalled = await recallPlan(ctx.work, actor, idOf(id));
    return isRefused(recalled) ? recalled : planMessage(ctx.work, actor, recalled.planned);
  },
  now: async (ctx, actor, [id]) => {
    const sent = await sendPlanNow(ctx.work, actor, idOf(id));
    return isRefused(sent) ? sent : planMessage(ctx.work, actor, sent.planned);
  },
};

onAction(kehoach, 'plan', async (ctx, [what, ...args]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const [says, edits] = [ownEntry(SAYS, what), ownEntry(EDITS, what)];
  if (edits) return showEdit(ctx, await edits(ctx, actor, args));
  if (!says) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  const said = await says(ctx, actor, args);
  if (isRefused(said)) refuseTap(ctx, said);
  else say(ctx, said);
});
