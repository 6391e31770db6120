import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { exchangeVector, foldExchange } from '../../domain/exchange-words.ts';
import type { Work } from '../work.ts';
import { ENTRY } from './load-exchange.ts';

/** One pass; the rest is found by the next. */
const BATCH = 500;

/**
 * After the time of retention the subject of a settled entry goes (C8), from the entry, from what it is searched by and from beside
 * its audit entry, where the digest stays and the chain verifies. Code, symbol and days stay.
 */
export async function forgetEntries(work: Work, retentionDays: number): Promise<void> {
  const rows = await work.tx
    .select(ENTRY)
    .from(exchange)
    .where(
      and(
        lt(exchange.loggedAt, work.now.minus({ days: retentionDays })),
        isNotNull(exchange.subject),
        or(
          inArray(exchange.state, ['recalled', 'superseded']),
          and(
            eq(exchange.receipt, 'received'),
            or(isNull(exchange.answerDueAt), isNotNull(exchange.answeredAt)),
          ),
        ),
      ),
    )
    .limit(BATCH);
  for (const { id, pairId, code, symbol } of rows) {
    const folded = foldExchange({ code, symbol, subject: null, target: null });
    await work.tx
      .update(exchange)
      .set({ subject: null, folded, words: exchangeVector(pairId, folded) })
      .where(eq(exchange.id, id));
  }
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await work.tx.execute(sql`
    delete from audit_value v using audit_entry e
    where e.chain_id = v.chain_id and e.seq = v.seq and v.field = 'subject' and ${inArray(sql`e.exchange_id`, ids)}`);
}
