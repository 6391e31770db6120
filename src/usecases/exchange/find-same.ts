import { and, eq, inArray, sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import type { Actor, Work } from '../work.ts';
import { authoriseExchange, ENTRY, type Entry, loadExchange } from './load-exchange.ts';

type Document = { pairId: number; fromSide: Side; symbolKey: string; documentDay: string };

/** The entry of exactly this document, whoever logged it; undefined: it is new. Locks it. */
export async function findSameDocument(work: Work, document: Document): Promise<Entry | undefined> {
  const [row] = await work.tx
    .select(ENTRY)
    .from(exchange)
    .where(and(ofSymbol(document), eq(exchange.documentDay, document.documentDay)))
    .for('update');
  return row;
}

/** An entry with this symbol in the same year that the actor may see, with another day: perhaps one of the two was mistyped. */
export async function findAlike(work: Work, actor: Actor, document: Document): Promise<Entry | undefined> {
  const year = document.documentDay.slice(0, 4);
  const [row] = await work.tx
    .select({ id: exchange.id })
    .from(exchange)
    .where(
      and(
        ofSymbol(document),
        sql`${exchange.documentDay} >= ${`${year}-01-01`} and ${exchange.documentDay} <= ${`${year}-12-31`}`,
        sql`${exchange.documentDay} <> ${document.documentDay}`,
      ),
    )
    .limit(1);
  const logged = row && (await loadExchange(work, row.id));
  const allowed = authoriseExchange(logged, actor, 'exchange.view', work.now.toMillis());
  return 'refused' in allowed ? undefined : allowed.logged.entry;
}

const ofSymbol = ({ pairId, fromSide, symbolKey }: Document) =>
  and(
    eq(exchange.pairId, pairId),
    eq(exchange.fromSide, fromSide),
    eq(exchange.symbolKey, symbolKey),
    inArray(exchange.state, ['waiting', 'open']),
  );
