import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { calendarDay, dutySlot, exchange, exchangeStep } from '../../../db/schema/index.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { lastDayOf, planSlotSteps } from '../../domain/duty.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { Wait } from '../../domain/exchange.ts';
import type { PlannedExchangeStep } from '../../domain/exchange-steps.ts';
import { recount } from '../../domain/working-time.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { ENTRY, type Entry } from './load-exchange.ts';
import { replanSteps } from './replan-steps.ts';
import type { Slot } from './run-exchange-steps.ts';
import { planWait, receiptDue } from './write-exchange-steps.ts';

/** Under the calendar before the import, and under the one after it. */
type Both = { before: Work; after: Work };

/**
 * A calendar was imported: what is waited for in the ledger falls due by the new one (R14), audited: receipts, duties, and answers
 * that were given in working days. What was given as a day or in days stays. `work.calendar` is the one before the import.
 * Returns how many deadlines moved.
 */
export async function recomputeExchangeDue(before: Work): Promise<number> {
  const after: Work = { ...before, calendar: makeCalendar(await before.tx.select().from(calendarDay)) };
  const steps = await before.tx
    .select()
    .from(exchangeStep)
    .where(and(eq(exchangeStep.state, 'pending'), ne(exchangeStep.kind, 'cross')));
  const waits = (of: Wait) => steps.filter((step) => step.of === of);
  const entryIds = steps.flatMap((step) => step.exchangeId ?? []);
  const slotIds = waits('duty').flatMap((step) => step.slotId ?? []);
  // All of them are locked before the first audit entry, as everywhere.
  const entries = await lockEntries(before, entryIds);
  const slots = await lockSlots(before, slotIds);
  let moved = 0;
  for (const entry of entries) {
    const awaits = (of: Wait) => waits(of).some((step) => step.exchangeId === entry.id);
    if (awaits('receipt') && (await moveReceipt({ before, after }, entry))) moved += 1;
    if (awaits('answer') && (await moveAnswer({ before, after }, entry))) moved += 1;
  }
  for (const slot of slots) if (await moveSlot({ before, after }, slot)) moved += 1;
  return moved;
}

const lockEntries = (work: Work, ids: number[]): Promise<Entry[]> =>
  work.tx
    .select(ENTRY)
    .from(exchange)
    .where(and(inArray(exchange.id, ids), inArray(exchange.state, ['waiting', 'open'])))
    .orderBy(asc(exchange.id))
    .for('update');

const lockSlots = (work: Work, ids: number[]): Promise<Slot[]> =>
  work.tx
    .select()
    .from(dutySlot)
    .where(and(inArray(dutySlot.id, ids), eq(dutySlot.state, 'open')))
    .orderBy(asc(dutySlot.id))
    .for('update');

/** The receipt's deadline is not stored: it follows from when it was asked for and the frozen policy. */
function moveReceipt({ before, after }: Both, entry: Entry): Promise<boolean> {
  const due = { from: receiptDue(before, entry), to: receiptDue(after, entry) };
  return move(after, entry, 'receipt', due, planWait(after, entry, 'receipt', due.to));
}

async function moveAnswer({ before, after }: Both, entry: Entry): Promise<boolean> {
  const from = entry.answerDueAt;
  if (from === null || entry.answerDueSource !== 'working_days') return false;
  const to = recount(calendarsOf({ before, after }, entry), entry.loggedAt, from);
  if (to === undefined) return false;
  const moved = await move(after, entry, 'answer', { from, to }, planWait(after, entry, 'answer', to));
  if (+from !== +to)
    await after.tx.update(exchange).set({ answerDueAt: to }).where(eq(exchange.id, entry.id));
  return moved;
}

const calendarsOf = ({ before, after }: Both, { policy }: Pick<Entry, 'policy'>) => ({
  before: calendarOf(before.calendar, policy),
  after: calendarOf(after.calendar, policy),
});

type Moved = { from: DateTime; to: DateTime };

async function move(
  work: Work,
  { id, pairId }: Entry,
  of: Wait,
  due: Moved,
  planned: PlannedExchangeStep[],
): Promise<boolean> {
  const hasMoved = await replanSteps(work, { pairId, exchangeId: id }, of, planned);
  if (!hasMoved && +due.from === +due.to) return false;
  const facts = { of, from: due.from.toUTC().toISO()!, to: due.to.toUTC().toISO()! };
  await audit(work, { pairId, type: 'exchange.recomputed', exchangeId: id, facts });
  return true;
}

async function moveSlot({ before, after }: Both, slot: Slot): Promise<boolean> {
  const { id, pairId, openedAt, dueAt: from, policy } = slot;
  const isCounted = slot.dueSource !== 'days';
  const to = isCounted ? recount(calendarsOf({ before, after }, slot), lastDayOf(slot.periodTo), from) : from;
  if (to === undefined) return false;
  const planned = planSlotSteps(after.calendar, { askedAt: openedAt, dueAt: to, policy });
  const hasMoved = await replanSteps(after, { pairId, slotId: id }, 'duty', planned);
  if (!hasMoved && +from === +to) return false;
  await after.tx.update(dutySlot).set({ dueAt: to }).where(eq(dutySlot.id, id));
  const facts = { slot: id, from: from.toUTC().toISO()!, to: to.toUTC().toISO()! };
  await audit(after, { pairId, type: 'duty.recomputed', facts });
  return true;
}
