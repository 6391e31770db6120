import { and, eq, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { dutySlot, exchange, exchangeStep, outbox } from '../../../db/schema/index.ts';
import { record } from '../audit.ts';
import type { Work } from '../work.ts';
import { closeAnswered } from './close-answered.ts';
import { ENTRY, type Entry } from './load-exchange.ts';

/** The moment an entry crosses: from now on the other side sees it. Says so once, whoever comes first. */
export async function crossExchange(work: Work, entry: Entry): Promise<void> {
  const crossesAt = DateTime.min(entry.crossesAt, work.now);
  const rows = await work.tx
    .update(exchange)
    .set({ state: 'open', crossesAt })
    .where(and(eq(exchange.id, entry.id), eq(exchange.state, 'waiting')))
    .returning({ id: exchange.id });
  if (rows.length === 0) return;
  await work.tx
    .update(exchangeStep)
    .set({ state: 'done', doneAt: work.now })
    .where(
      and(
        eq(exchangeStep.exchangeId, entry.id),
        eq(exchangeStep.kind, 'cross'),
        eq(exchangeStep.state, 'pending'),
      ),
    );
  await hurry(work, entry);
  await record(work, {
    pairId: entry.pairId,
    type: 'exchange.crossed',
    exchangeId: entry.id,
    facts: { side: entry.loggedSide },
  });
  await settleOthers(work, { ...entry, state: 'open', crossesAt });
}

/** What an entry ends, once it has crossed: the document that it answers, the duty that it meets. */
async function settleOthers(work: Work, entry: Entry): Promise<void> {
  if (entry.answersId !== null) {
    const [answered] = await work.tx.select(ENTRY).from(exchange).where(eq(exchange.id, entry.answersId));
    await closeAnswered(work, answered!, entry);
  }
  if (entry.slotId === null) return;
  const rows = await work.tx
    .update(dutySlot)
    .set({ state: 'met', metBy: entry.id, closedBy: entry.loggedBy, closedAt: work.now })
    .where(and(eq(dutySlot.id, entry.slotId), eq(dutySlot.state, 'open')))
    .returning({ id: dutySlot.id });
  if (rows.length === 0) return;
  await record(work, {
    pairId: entry.pairId,
    type: 'duty.met',
    by: entry.loggedBy,
    exchangeId: entry.id,
    facts: { slot: entry.slotId, side: entry.loggedSide },
  });
}

/** What was to be said after the time for recall may go now. */
async function hurry(work: Work, entry: Entry): Promise<void> {
  if (entry.crossesAt <= work.now) return;
  await work.tx
    .update(outbox)
    .set({ notBefore: work.now })
    .where(
      and(
        eq(outbox.pairId, entry.pairId),
        eq(outbox.state, 'pending'),
        sql`(${outbox.ref}->>'exchangeId')::int = ${entry.id}`,
      ),
    );
}
