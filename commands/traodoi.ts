import { Composer } from 'grammy';
import { RECEIPTS } from '../src/domain/exchange.ts';
import { fold } from '../src/domain/fold.ts';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { closeSlotWithNothing } from '../src/usecases/exchange/close-slot.ts';
import { confirmExchange } from '../src/usecases/exchange/confirm-exchange.ts';
import { recallExchange, sendExchangeNow } from '../src/usecases/exchange/recall-exchange.ts';
import { exchangeFromLine, isExchangeLine } from '../src/usecases/form/exchange-line.ts';
import { openAnswer, openCorrection, openExchange, openForSlot } from '../src/usecases/form/exchange-open.ts';
import { draftExchangeLetter } from '../src/usecases/letter/exchange-letter.ts';
import { type PairButtons, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { exchangeHistory } from '../src/usecases/view/exchange-history.ts';
import { daysOf, exchangeList, parsePage } from '../src/usecases/view/exchange-message.ts';
import { confirmedMessage, readExchange } from '../src/usecases/view/read-exchange.ts';
import { readSlot } from '../src/usecases/view/read-slot.ts';
import { search } from '../src/usecases/view/search-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

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
  const isNew = ['moi', 'new'].includes(fold(typed));
  if (isNew || isExchangeLine(typed)) return begin(ctx, actor, isNew ? '' : typed);
  const window = daysOf(ctx.work, typed);
  return window
    ? exchangeList(ctx.work, actor, { state: 'a', side: 'a', window })
    : search(ctx.work, actor, typed);
}

async function begin(ctx: BotContext, actor: Actor, typed: string): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'exchange.log'));
  if (pairs.length === 0) return refuse('refused-secretary-only');
  if (pairs.length > 1)
    return pairChoice(CHOICE, typed === '' ? 'exchange-choose-pair' : 'exchange-choose-pair-line', pairs, 0);
  const { pairId } = pairs[0]!;
  return typed === ''
    ? openExchange(ctx.work, actor, pairId)
    : exchangeFromLine(ctx.work, actor, pairId, typed);
}

const CHOICE: PairButtons = { pick: (pairId) => `xin.${pairId}`, turn: (page) => `xpairs.${page}` };

onAction(traodoi, 'xpairs', async (ctx, [page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const pairs = actor.members.filter((member) => mayDo(member, 'exchange.log'));
  if (pairs.length === 0) return refuseTap(ctx, refuse('refused-not-allowed'));
  showEdit(ctx, pairChoice(CHOICE, 'exchange-choose-pair', pairs, idOf(page)));
});

/** A button that opens something new in the chat: a form, a card. */
function opens(
  name: string,
  run: (ctx: BotContext, actor: Actor, args: string[]) => Promise<Message | Refused>,
) {
  onAction(traodoi, name, async (ctx, args) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const opened = await run(ctx, actor, args);
    if (isRefused(opened)) refuseTap(ctx, opened);
    else say(ctx, opened);
  });
}

opens('x', (ctx, actor, [id]) => readExchange(ctx.work, actor, idOf(id)));
opens('xnew', (ctx, actor) => begin(ctx, actor, ''));
opens('xin', (ctx, actor, [pairId]) => openExchange(ctx.work, actor, idOf(pairId)));
opens('xans', (ctx, actor, [id]) => openAnswer(ctx.work, actor, idOf(id)));
opens('xfix', (ctx, actor, [id]) => openCorrection(ctx.work, actor, idOf(id)));
opens('xduty', (ctx, actor, [slotId]) => readSlot(ctx.work, actor, idOf(slotId)));
opens('xmeet', (ctx, actor, [slotId]) => openForSlot(ctx.work, actor, idOf(slotId)));

onAction(traodoi, 'xletter', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const drafted = await draftExchangeLetter(ctx.work, actor, idOf(id));
  if (isRefused(drafted)) return refuseTap(ctx, drafted);
  ctx.answers.toast = text('toast-letter-coming');
});

/** The first page is a message of its own; the pages after it are edits of that message (C7). */
onAction(traodoi, 'xhist', async (ctx, [id, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const shown = await exchangeHistory(ctx.work, actor, idOf(id), idOf(page));
  if (page !== undefined) showEdit(ctx, shown);
  else if (isRefused(shown)) refuseTap(ctx, shown);
  else say(ctx, shown);
});

onAction(traodoi, 'xl', async (ctx, args) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const { filter, after } = parsePage(args);
  const list = await exchangeList(ctx.work, actor, filter, after);
  // From a message that was not protected it comes as a new one: an edit cannot add that (C7).
  if (args.length > 2 || filter.state !== 'a' || filter.side !== 'a') showEdit(ctx, list);
  else say(ctx, list);
});

onAction(traodoi, 'xack', async (ctx, [id, receipt]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const word = RECEIPTS.find((one) => one === receipt);
  const confirmed = word
    ? await confirmExchange(ctx.work, actor, idOf(id), word)
    : refuse('refused-not-found');
  if (isRefused(confirmed)) return refuseTap(ctx, confirmed);
  showEdit(ctx, confirmedMessage(confirmed.logged), 'toast-recorded');
});

onAction(traodoi, 'xrecall', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const recalled = await recallExchange(ctx.work, actor, idOf(id));
  if (isRefused(recalled)) return refuseTap(ctx, recalled);
  showEdit(ctx, message([text('exchange-recalled-done', { code: recalled.logged.entry.code })]));
});

onAction(traodoi, 'xnow', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const sent = await sendExchangeNow(ctx.work, actor, idOf(id));
  if (isRefused(sent)) return refuseTap(ctx, sent);
  showEdit(ctx, await readExchange(ctx.work, actor, idOf(id)), 'toast-exchange-sent');
});

onAction(traodoi, 'xnothing', async (ctx, [slotId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const closed = await closeSlotWithNothing(ctx.work, actor, idOf(slotId));
  if (isRefused(closed)) return refuseTap(ctx, closed);
  const shown = await readSlot(ctx.work, actor, idOf(slotId));
  showEdit(ctx, shown, 'toast-recorded');
});
