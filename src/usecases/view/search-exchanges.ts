import { type SQL, sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { exchangeQuery } from '../../domain/exchange-words.ts';
import type { Actor, Member, Work } from '../work.ts';
import { COLUMNS, type ExchangeLine, type RawLine, toLine, visibleEntries } from './list-exchanges.ts';

/** So many of the latest entries are walked, along an index that holds their words; what is rarer than that the index of words finds. */
const RECENT = 1000;
/** Found on the walk, and by the index of words, before it is asked which of them the person may see. */
const WALKED_TO = 50;
const LOOKED_UP = 200;

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

/** Frequent words are found on a walk from the latest entry backwards, rare ones by the index of words: it has few of them. */
async function searchPair(
  work: Work,
  actor: Actor,
  member: Member,
  terms: string[],
  most: number,
): Promise<ExchangeLine[]> {
  const { pairId } = member;
  const words = listOf(terms, 'text');
  const recent = await seenAmong(
    work,
    actor,
    member,
    most,
    sql`walk_exchanges(${pairId}, ${words}, ${RECENT}, ${WALKED_TO})`,
  );
  if (recent.length >= most) return recent;
  const queries = listOf(
    terms.map((term) => exchangeQuery(pairId, term)),
    'tsquery',
  );
  return seenAmong(
    work,
    actor,
    member,
    most,
    sql`find_exchanges(${pairId}, ${words}, ${queries}, ${LOOKED_UP})`,
  );
}

/** Of the ids that a function finds, the entries that the person may see, at most `most`. */
async function seenAmong(
  work: Work,
  actor: Actor,
  member: Member,
  most: number,
  ids: SQL,
): Promise<ExchangeLine[]> {
  const rows = await work.tx.execute<RawLine>(sql`
    select ${COLUMNS} from ${exchange}
    where id in (select ${ids}) and pair_id = ${member.pairId} and ${visibleEntries(work, actor, member)}
    order by ${exchange.documentDay} desc, id desc limit ${most}`);
  return rows.map(toLine);
}

const listOf = (values: string[], type: 'text' | 'tsquery'): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::${sql.raw(type)}[]`;
