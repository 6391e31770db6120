import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { directionOf, type Receipt } from '../../domain/exchange.ts';
import { LANE } from '../../domain/lanes.ts';
import type { Role, Side } from '../../domain/side.ts';
import { otherSide } from '../../domain/side.ts';
import { editShown, tellPeople } from '../enqueue.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import { type Entry, loadExchange } from './load-exchange.ts';

/**
 * A new entry, once it has crossed: the other side's đầu mối are asked to confirm it; of
 * their own document that was logged here they only learn. Whoever logged it gets one message that later shows the receipt.
 */
export async function tellOfNew(work: Work, entry: Entry): Promise<void> {
  const { pairId, id: exchangeId, crossesAt: notBefore } = entry;
  const isAsked = directionOf(entry) === 'out';
  const people = await toTell(work, entry, otherSide(entry.loggedSide), ['secretary']);
  const common = { pairId, notBefore, ref: { exchangeId } };
  await tellPeople(work, [
    ...people.map((personId) => ({
      ...common,
      kind: 'exchange' as const,
      personId,
      ref: { exchangeId, ...(isAsked ? {} : { note: 'noted' as const }) },
    })),
    {
      ...common,
      kind: 'exchange-state',
      personId: entry.loggedBy,
      lane: LANE.digest,
    },
  ]);
}

/** "Not received" or "wrong addressee" goes to those who logged the document, as news: something is to be done. */
export async function tellOfDispute(work: Work, entry: Entry, receipt: Receipt): Promise<void> {
  const people = await toTell(work, entry, entry.loggedSide, ['secretary']);
  const ref = { exchangeId: entry.id, note: receipt };
  await tellPeople(
    work,
    people.map((personId) => ({ pairId: entry.pairId, kind: 'exchange-news', personId, ref })),
  );
  await tellOfChange(work, entry);
}

/** Receipts and answers are silent edits of the message that shows the entry's state (R15). Composed when they go out. */
export async function tellOfChange(work: Work, entry: Entry): Promise<void> {
  const [shown] = await work.tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.pairId, entry.pairId),
        eq(outbox.kind, 'exchange-state'),
        eq(outbox.personId, entry.loggedBy),
        inArray(outbox.state, ['claimed', 'sending', 'sent']),
        sql`(${outbox.ref}->>'exchangeId')::int = ${entry.id}`,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(1);
  // One that has not gone out yet will show the latest state.
  if (shown)
    await editShown(work, [shown], {
      pairId: entry.pairId,
      kind: 'exchange-state',
      ref: { exchangeId: entry.id },
    });
}

/** Who holds one of these roles on a side and does not belong to the target. */
export async function toTell(work: Work, entry: Entry, side: Side, roles: Role[]): Promise<number[]> {
  const people = await peopleOf(work, entry.pairId, side, roles);
  if (entry.targetId === null) return people;
  const shut = (await loadExchange(work, entry.id))?.shutPeople ?? [];
  return people.filter((id) => !shut.includes(id));
}
