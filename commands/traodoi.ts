import { Composer } from 'grammy';
import { fold } from '../src/domain/fold.ts';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { closeSlotWithNothing } from '../src/usecases/exchange/close-slot.ts';
import { confirmExchange } from '../src/usecases/exchange/confirm-exchange.ts';
import { recallExchange, sendExchangeNow } from '../src/usecases/exchange/recall-exchange.ts';
import { withdrawSlot } from '../src/usecases/exchange/withdraw-slot.ts';
import { openDutyEvent } from '../src/usecases/form/duty-event-form.ts';
import { isExchangeLine } from '../src/usecases/form/exchange-line.ts';
import { openAnswer, openCorrection, openExchange, openForSlot } from '../src/usecases/form/exchange-open.ts';
import { beginLine } from '../src/usecases/form/line-form.ts';
import { draftExchangeLetter } from '../src/usecases/letter/exchange-letter.ts';
import { type PairButtons, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { dutiesMessage } from '../src/usecases/view/duties-message.ts';
import { exchangeHistory } from '../src/usecases/view/exchange-history.ts';
import { daysOf, exchangeList, parsePage } from '../src/usecases/view/exchange-message.ts';
import { otherName } from '../src/usecases/view/lines.ts';
import { confirmedMessage, readExchange } from '../src/usecases/view/read-exchange.ts';
import { readSlot } from '../src/usecases/view/read-slot.ts';
import { search } from '../src/usecases/view/search-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTap, opened, refuseTap, say, showEdit, turned } from './respond.ts';

/** /traodoi: the exchange ledger; log, confirm, answer, correct, and the periodic duties. */
export const traodoi = new Composer<BotContext>();

traodoi.chatType('private').command(['traodoi', 'exchange'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await answerTyped(ctx, actor, ctx.match.trim()));
});

/** Nothing: the list. "mới": the form. A line with parts: an entry. Days: the list of these days. Other words: a search. */
async function answerTyped(ctx: BotContext, actor: Actor, typed: string): Promise<Message | Refused> {
  if (typed === '?') return message([text('exchange-examples')]);
  if (typed === '') return exchangeList(ctx.work, actor, { state: 'a', side: 'a' });
  if (['moi', 'new'].includes(fold(typed))) return begin(ctx, actor);
  if (isExchangeLine(typed)) return beginLine(ctx.work, actor, 'exchange', typed);
  const window = daysOf(ctx.work, typed);
  return window
    ? exchangeList(ctx.work, actor, { state: 'a', side: 'a', window })
    : search(ctx.work, actor, typed);
}

async function begin(ctx: BotContext, actor: Actor): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'exchange.log'));
  const [only, ...more] = pairs;
  if (!only) return refuse('refused-secretary-only');
  return more.length > 0
    ? pairChoice(CHOICE, 'exchange-choose-pair', pairs, 0)
    : openExchange(ctx.work, actor, only.pairId);
}

const CHOICE: PairButtons = {
  pick: (pairId) => act('xin', { pairId }),
  turn: (page) => act('xpairs', { page }),
};

onTap(traodoi, 'xpairs', async (ctx, actor, { page }) => {
  const pairs = actor.members.filter((member) => mayDo(member, 'exchange.log'));
  if (pairs.length === 0) return refuseTap(ctx, refuse('refused-not-allowed'));
  showEdit(ctx, pairChoice(CHOICE, 'exchange-choose-pair', pairs, page));
});

onTap(traodoi, 'x', async (ctx, actor, { id }) => opened(ctx, await readExchange(ctx.work, actor, id)));
onTap(traodoi, 'xnew', async (ctx, actor) => opened(ctx, await begin(ctx, actor)));
onTap(traodoi, 'xin', async (ctx, actor, { pairId }) =>
  opened(ctx, await openExchange(ctx.work, actor, pairId)),
);
onTap(traodoi, 'xans', async (ctx, actor, { id }) => opened(ctx, await openAnswer(ctx.work, actor, id)));
onTap(traodoi, 'xfix', async (ctx, actor, { id }) => opened(ctx, await openCorrection(ctx.work, actor, id)));
onTap(traodoi, 'xduty', async (ctx, actor, { slotId }) =>
  opened(ctx, await readSlot(ctx.work, actor, slotId)),
);
onTap(traodoi, 'xmeet', async (ctx, actor, { slotId }) =>
  opened(ctx, await openForSlot(ctx.work, actor, slotId)),
);

onTap(traodoi, 'xletter', async (ctx, actor, { id }) => {
  const drafted = await draftExchangeLetter(ctx.work, actor, id);
  if (isRefused(drafted)) return refuseTap(ctx, drafted);
  ctx.answers.toast = text('toast-letter-coming');
});

onTap(traodoi, 'xhist', async (ctx, actor, { id, page }) =>
  turned(ctx, await exchangeHistory(ctx.work, actor, id, page ?? 0), page !== undefined),
);

onTap(traodoi, 'xl', async (ctx, actor, args) => {
  const { filter, after } = parsePage(args);
  const list = await exchangeList(ctx.work, actor, filter, after);
  // From a message that was not protected it comes as a new one: an edit cannot add that (C7).
  turned(ctx, list, args.days !== undefined || filter.state !== 'a' || filter.side !== 'a');
});

onTap(traodoi, 'xack', async (ctx, actor, { id, receipt }) => {
  const confirmed = await confirmExchange(ctx.work, actor, id, receipt);
  if (isRefused(confirmed)) return refuseTap(ctx, confirmed);
  showEdit(ctx, confirmedMessage(confirmed.logged), 'toast-recorded');
});

onTap(traodoi, 'xrecall', async (ctx, actor, { id }) => {
  const recalled = await recallExchange(ctx.work, actor, id);
  if (isRefused(recalled)) return refuseTap(ctx, recalled);
  showEdit(
    ctx,
    message([
      text('exchange-recalled-done', {
        code: recalled.logged.entry.code,
        other: otherName(recalled.logged, recalled.logged.entry.loggedSide),
      }),
    ]),
  );
});

onTap(traodoi, 'xnow', async (ctx, actor, { id }) => {
  const sent = await sendExchangeNow(ctx.work, actor, id);
  if (isRefused(sent)) return refuseTap(ctx, sent);
  showEdit(ctx, await readExchange(ctx.work, actor, id), 'toast-exchange-sent');
});

onTap(traodoi, 'xnothing', async (ctx, actor, { slotId }) => {
  const closed = await closeSlotWithNothing(ctx.work, actor, slotId);
  if (isRefused(closed)) return refuseTap(ctx, closed);
  showEdit(ctx, await readSlot(ctx.work, actor, slotId), 'toast-recorded');
});

onTap(traodoi, 'xduties', async (ctx, actor, { page }) =>
  turned(ctx, await dutiesMessage(ctx.work, actor, page), page > 0),
);
onTap(traodoi, 'xevent', async (ctx, actor, { dutyId }) =>
  opened(ctx, await openDutyEvent(ctx.work, actor, dutyId)),
);

onTap(traodoi, 'xwithdraw', async (ctx, actor, { slotId }) => {
  const withdrawn = await withdrawSlot(ctx.work, actor, slotId);
  if (isRefused(withdrawn)) return refuseTap(ctx, withdrawn);
  showEdit(ctx, await readSlot(ctx.work, actor, slotId), 'toast-recorded');
});
