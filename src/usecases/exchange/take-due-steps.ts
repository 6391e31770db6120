import { and, asc, eq, inArray, lte, type or, sql } from 'drizzle-orm';
import { dutySlot, exchange, exchangeStep } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import type { Work } from '../work.ts';
import type { ExchangeStep } from './run-exchange-steps.ts';

// Any fixed number that no other advisory lock of the application takes.
const LEDGER_LOCK = 7_246_102;

/**
 * Due steps of the ledger, the oldest first, with all that they will touch locked. Sweeps take turns, so that what falls due
 * together is said together (R14). What a person has in hand just now is left to the next sweep: entries and slots are locked
 * before the audit chain here as everywhere, so nobody waits for each other in a circle.
 */
export async function takeDueSteps(work: Work, limit: number): Promise<ExchangeStep[]> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`);
  const due = await readDue(work).limit(limit);
  const ended = await endedBy(work, due);
  const touched = (step: ExchangeStep) => (step.kind === 'cross' ? ended.get(step.exchangeId!) : undefined);
  const entries = await lockEntries(
    work,
    due.flatMap((step) => [step.exchangeId, touched(step)?.answersId]),
  );
  const slots = await lockSlots(
    work,
    due.flatMap((step) => [step.slotId, touched(step)?.slotId]),
  );
  const isFree = (step: ExchangeStep) =>
    [step.exchangeId, touched(step)?.answersId].every((id) => id == null || entries.has(id)) &&
    [step.slotId, touched(step)?.slotId].every((id) => id == null || slots.has(id));
  const free = due.filter(isFree).map((step) => step.id);
  if (free.length === 0) return [];
  // Read again: whoever held an entry a moment ago may have ended its steps.
  return readDue(work, inArray(exchangeStep.id, free));
}

const readDue = (work: Work, only?: ReturnType<typeof or>) =>
  work.tx
    .select()
    .from(exchangeStep)
    .where(and(eq(exchangeStep.state, 'pending'), lte(exchangeStep.dueAt, work.now), only))
    .orderBy(asc(exchangeStep.dueAt), asc(exchangeStep.id));

/** What entries end by crossing: the document that they answer, the slot that they meet. */
async function endedBy(work: Work, due: ExchangeStep[]) {
  const ids = due.flatMap((step) => (step.kind === 'cross' ? [step.exchangeId!] : []));
  if (ids.length === 0) return new Map<number, { answersId: number | null; slotId: number | null }>();
  const rows = await work.tx
    .select({ id: exchange.id, answersId: exchange.answersId, slotId: exchange.slotId })
    .from(exchange)
    .where(inArray(exchange.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

type Ids = (number | null | undefined)[];

async function lockEntries(work: Work, ids: Ids): Promise<Set<number>> {
  const rows = await work.tx
    .select({ id: exchange.id })
    .from(exchange)
    .where(inArray(exchange.id, distinct(ids)))
    .orderBy(asc(exchange.id))
    .for('update', { skipLocked: true });
  return new Set(rows.map((row) => row.id));
}

async function lockSlots(work: Work, ids: Ids): Promise<Set<number>> {
  const rows = await work.tx
    .select({ id: dutySlot.id })
    .from(dutySlot)
    .where(inArray(dutySlot.id, distinct(ids)))
    .orderBy(asc(dutySlot.id))
    .for('update', { skipLocked: true });
  return new Set(rows.map((row) => row.id));
}
