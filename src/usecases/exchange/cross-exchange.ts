import { and, eq, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { dutySlot, exchange, exchangeStep, outbox } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { closeAnswered } from './close-answered.ts';
import { ENTRY, type Entry } from './load-exchange.ts';
import { meetSlot } from './meet-slot.ts';

/** The moment an entry crosses: from now on the other side sees it. Says so once, whoever comes first. `by`: who did not wait for it. */
export async function crossExchange(work: Work, entry: Entry, by: number | null = null): Promise<void> {
  const crossesAt = DateTime.min(entry.crossesAt, work.now);
  const rows = await work.tx
    .update(exchange)
    .set({ state: 'open', crossesAt })
    .where(and(eq(exchange.id, entry.id), eq(exchange.state, 'waiting')))
    .returning({ id: exchange.id });
  if (rows.length === 0) return;
  await lockEnded(work, entry);
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
  await audit(work, {
    pairId: entry.pairId,
    type: 'exchange.crossed',
    by,
    exchangeId: entry.id,
    facts: { side: entry.loggedSide },
  });
  await settleOthers(work, { ...entry, state: 'open', crossesAt });
}

/** Before the audit chain is taken, as everywhere: else two people could wait for each other. */
async function lockEnded(work: Work, { answersId, slotId }: Entry): Promise<void> {
  if (answersId !== null)
    await work.tx.select({ id: exchange.id }).from(exchange).where(eq(exchange.id, answersId)).for('update');
  if (slotId !== null)
    await work.tx.select({ id: dutySlot.id }).from(dutySlot).where(eq(dutySlot.id, slotId)).for('update');
}

/** What an entry ends, once it has crossed: the document that it answers, the duty that it meets. */
async function settleOthers(work: Work, entry: Entry): Promise<void> {
  if (entry.answersId !== null) {
    const [answered] = await work.tx.select(ENTRY).from(exchange).where(eq(exchange.id, entry.answersId));
    await closeAnswered(work, answered!, entry);
  }
  if (entry.slotId !== null) await meetSlot(work, entry, entry.slotId, entry.loggedBy);
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
