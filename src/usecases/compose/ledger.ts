import type { DateTime } from 'luxon';
import { directionOf } from '../../domain/exchange.ts';
import type { Button, Text } from '../../domain/message.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { hasCrossed, type Logged, receiverOf } from '../exchange/load-exchange.ts';
import type { Slot } from '../exchange/run-exchange-steps.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { LedgerRef } from '../outbox/refs.ts';
import { button, datedArg, instantArg, message, text } from '../said.ts';
import { receiptText } from '../view/exchange-lines.ts';
import { slotPeriod } from '../view/slot-words.ts';
import type { Composed } from './index.ts';
import { isEditOfUnsent } from './is-edit-of-unsent.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

type Seen = { logged: Logged; side: Side };

function seen(
  loaded: Loaded,
  row: Claimed<'exchange' | 'exchange-state' | 'exchange-news'>,
): Seen | { skip: string } {
  const logged = loaded.exchanges.get(row.ref.exchangeId);
  const reader = logged && sideOfReader(loaded, row.personId, logged.entry.pairId);
  if (!logged || !reader) return { skip: 'gone' };
  if (logged.entry.state === 'recalled') return { skip: 'recalled' };
  return { logged, side: reader.side };
}

/** A new entry as the other side's đầu mối get it: a code, a deadline and a button (C7). */
export function composeExchange(loaded: Loaded, row: Claimed<'exchange'>): Composed {
  const found = seen(loaded, row);
  if ('skip' in found) return found;
  const { logged, side } = found;
  const { entry, committees } = logged;
  if (entry.state === 'superseded') return { skip: 'corrected' };
  if (!hasCrossed(entry, loaded.now.toMillis())) return { skip: 'not crossed' };
  const open = button('button-open', act('x', { id: entry.id }));
  const args = { code: entry.code, other: committees[otherSide(side)].shortName };
  if (directionOf(entry) === 'in') return { message: message([text('exchange-noted', args)], [open]) };
  if (entry.receipt === 'received') return { skip: 'received' };
  const due = instantArg(loaded.receiptDue(entry));
  return {
    message: message(
      [
        text(entry.supersedesId === null ? 'exchange-new' : 'exchange-corrected', { ...args, due }),
        ...(entry.answerDueAt ? [text('exchange-new-answer', { due: instantArg(entry.answerDueAt) })] : []),
      ],
      [
        button('button-exchange-received', act('xack', { id: entry.id, receipt: 'received' }), 'success'),
        open,
      ],
    ),
  };
}

/** What became of an entry, for the person who logged it: one message, edited silently (R15). */
export function composeExchangeState(loaded: Loaded, row: Claimed<'exchange-state'>): Composed {
  const found = seen(loaded, row);
  if ('skip' in found) return found;
  const { logged, side } = found;
  const { entry, committees } = logged;
  if (isEditOfUnsent(row)) return { skip: 'the message was not sent' };
  const other = committees[otherSide(side)].shortName;
  const isOut = directionOf(entry) === 'out';
  const answered = entry.answeredAt !== null;
  return {
    message: message(
      [
        text(isOut ? 'exchange-sent' : 'exchange-sent-in', { code: entry.code, other }),
        (isOut || answered) && (answered ? text('exchange-state-answered') : receiptText(logged)),
      ],
      [button('button-open', act('x', { id: entry.id }))],
    ),
  };
}

/** The other side says that nothing came, or that it came to the wrong place. */
export function composeExchangeNews(loaded: Loaded, row: Claimed<'exchange-news'>): Composed {
  const found = seen(loaded, row);
  if ('skip' in found) return found;
  const { entry, committees } = found.logged;
  if (entry.receipt === 'received' || entry.state !== 'open') return { skip: 'settled' };
  const other = committees[otherSide(found.side)].shortName;
  const key = entry.receipt === 'wrong_addressee' ? 'exchange-news-wrong' : 'exchange-news-not-received';
  return {
    message: message(
      [text(key, { code: entry.code, other })],
      [button('button-open', act('x', { id: entry.id }))],
    ),
  };
}

/** With a line for what is left out, a message stays within seven lines. */
const MOST = 6;

/** What fell due of the ledger for one person, looked at again (R6), as one message (R14). */
export function composeLedgerSteps(loaded: Loaded, row: Claimed<'exchange-step'>): Composed {
  const parts = (row.ref.ledger ?? []).flatMap((ref) => partOf(loaded, row.personId, ref) ?? []);
  if (parts.length === 0) return { skip: 'no longer due' };
  const shown = parts.slice(0, MOST);
  const left = parts.length - shown.length;
  return {
    message: message(
      [...shown.map((part) => part.line), left > 0 && text('steps-more', { count: left })],
      shown.map((part) => part.open),
    ),
    asksNothing: !parts.some((part) => part.asks),
  };
}

/** A reminder that comes after the deadline, such as after a downtime, says so. */
const stepOf = ({ step }: LedgerRef, dueAt: DateTime, now: DateTime) =>
  step === 'reminder' && dueAt <= now ? 'late' : step;

type Part = { line: Text; open: Button; asks: boolean };

function partOf(loaded: Loaded, personId: number | null, ref: LedgerRef): Part | undefined {
  return ref.slotId === undefined ? ofEntry(loaded, personId, ref) : ofSlot(loaded, personId, ref);
}

function ofEntry(loaded: Loaded, personId: number | null, ref: LedgerRef): Part | undefined {
  const logged = loaded.exchanges.get(ref.exchangeId ?? 0);
  const reader = logged && sideOfReader(loaded, personId, logged.entry.pairId);
  if (!logged || !reader || ref.of === 'duty') return undefined;
  const { entry, committees } = logged;
  const isDisputed = entry.receipt !== null && entry.receipt !== 'received';
  const isSettled = ref.of === 'receipt' ? entry.receipt !== null : entry.answeredAt !== null || isDisputed;
  if (isSettled || !(entry.state === 'open' || entry.state === 'waiting')) return undefined;
  const isWaitedFor = reader.side === receiverOf(entry);
  const dueAt = ref.of === 'receipt' ? loaded.receiptDue(entry) : entry.answerDueAt!;
  const args = {
    code: entry.code,
    due: datedArg(dueAt),
    other: committees[otherSide(reader.side)].shortName,
  };
  const does = act('x', { id: entry.id });
  return {
    line: text(`ledger-${ref.of}-${isWaitedFor ? stepOf(ref, dueAt, loaded.now) : 'waiting'}`, args),
    open: { label: text('button-open-code', { code: entry.code }), does },
    asks: isWaitedFor,
  };
}

/** After an event nobody is asked to say that there was nothing. */
const askedKey = ({ eventKey }: Slot, step: ReturnType<typeof stepOf>) =>
  eventKey !== null && (step === 'reminder' || step === 'late')
    ? (`ledger-duty-event-${step}` as const)
    : (`ledger-duty-${step}` as const);

function ofSlot(loaded: Loaded, personId: number | null, ref: LedgerRef): Part | undefined {
  const own = loaded.slots.get(ref.slotId ?? 0);
  const reader = own && sideOfReader(loaded, personId, own.slot.pairId);
  if (!own || !reader || own.slot.state !== 'open') return undefined;
  const { slot, duty, committees } = own;
  const isWaitedFor = reader.side === slot.side;
  const args = {
    name: duty.name,
    period: slotPeriod(slot),
    due: datedArg(slot.dueAt),
    other: committees[otherSide(reader.side)].shortName,
  };
  return {
    line: text(
      isWaitedFor ? askedKey(slot, stepOf(ref, slot.dueAt, loaded.now)) : 'ledger-duty-waiting',
      args,
    ),
    open: button(
      slot.eventKey === null ? 'button-duty-open' : 'button-duty-event-open',
      isWaitedFor ? act('xduty', { slotId: slot.id }) : act('xl', { state: 'a', side: 'a' }),
    ),
    asks: isWaitedFor,
  };
}
