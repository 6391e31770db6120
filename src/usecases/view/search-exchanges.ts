import { sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { exchangeQuery } from '../../domain/exchange-words.ts';
import type { Actor, Member, Work } from '../work.ts';
import { COLUMNS, type ExchangeLine, type RawLine, toLine, visibleEntries } from './list-exchanges.ts';

/** Among so many of the latest entries a common word is found without the index of words. */
const RECENT = 300;

/**
 * Entries in the person's own pairs in which every term begins a word of the code, the symbol, the subject or the target (R12), the
 * latest document first, at most `most`. Terms are folded.
 */
export async function searchExchanges(
  work: Work,
  actor: Actor,
  terms: string[],
  most: number,
): Promise<ExchangeLine[]> {
  if (terms.length === 0) return [];
  const found: ExchangeLine[] = [];
  for (const member of actor.members) found.push(...(await searchPair(work, actor, member, terms, most)));
  return found
    .sort((a, b) => (a.documentDay === b.documentDay ? b.id - a.id : a.documentDay < b.documentDay ? 1 : -1))
    .slice(0, most);
}

/** A word that most entries hold is found among the latest ones; a rare one by the index of words. */
async function searchPair(
  work: Work,
  actor: Actor,
  member: Member,
  terms: string[],
  most: number,
): Promise<ExchangeLine[]> {
  const recent = await work.tx.execute<RawLine>(sql`
    select ${COLUMNS} from (
      select * from ${exchange} where pair_id = ${member.pairId}
      order by document_day desc, id desc limit ${RECENT}) as exchange
    where ${visibleEntries(work, actor, member)}
      and ${sql.join(
        terms.map((term) => sql`' ' || folded like ${`% ${term}%`}`),
        sql` and `,
      )}
    order by document_day desc, id desc limit ${most}`);
  if (recent.length >= most) return recent.map(toLine);
  const rows = await work.tx.execute<RawLine>(sql`
    select ${COLUMNS} from ${exchange}
    where id in (select find_exchanges(${member.pairId}, ${exchangeQuery(member.pairId, terms)}::tsquery, ${most}))
      and pair_id = ${member.pairId} and ${visibleEntries(work, actor, member)}
    order by document_day desc, id desc`);
  return rows.map(toLine);
}
