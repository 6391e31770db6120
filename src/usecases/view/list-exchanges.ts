import { type SQL, sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import type { SIDE_FILTERS, STATE_FILTERS } from '../actions/ledger.ts';
import type { Actor, Member, Work } from '../work.ts';
import { shutTargets } from './visible.ts';

export type StateFilter = (typeof STATE_FILTERS)[number];
export type SideFilter = (typeof SIDE_FILTERS)[number];

export type ExchangeFilter = {
  state: StateFilter;
  side: SideFilter;
  /** Days of the documents; `to` excluded. */
  window?: { from: string; to: string } | undefined;
};

/** The last line of the page before: entries follow in order of day and id, the latest first. */
export type Cursor = { day: string; id: number };

export type ExchangeLine = {
  id: number;
  pairId: number;
  code: string;
  fromSide: Side;
  symbol: string | null;
  channel: string;
  documentDay: string;
  receipt: string | null;
  isAnswerOpen: boolean;
  state: string;
};

/** With its title and one more to see whether there is another page. */
export const PAGE = 6;

/**
 * A page of the ledger over all pairs of the person, the latest document first: a walk along an index in each pair, whatever
 * its length. Entries that have not crossed, that were recalled, or that are about a target the person belongs to, stay out.
 */
export async function listExchanges(
  work: Work,
  actor: Actor,
  filter: ExchangeFilter,
  after: Cursor | undefined,
): Promise<ExchangeLine[]> {
  if (actor.members.length === 0) return [];
  const parts = actor.members.map((member) => sql`(${pageOf(work, actor, member, filter, after)})`);
  const rows = await work.tx.execute<RawLine>(sql`
    select * from (${sql.join(parts, sql` union all `)}) as page
    order by document_day desc, id desc limit ${PAGE + 1}`);
  return rows.map(toLine);
}

function pageOf(
  work: Work,
  actor: Actor,
  member: Member,
  filter: ExchangeFilter,
  after: Cursor | undefined,
): SQL {
  const { window } = filter;
  return sql`
    select ${COLUMNS} from ${exchange}
    where ${exchange.pairId} = ${member.pairId} and ${visibleEntries(work, actor, member)}
      ${after ? sql`and (document_day, id) < (${after.day}::date, ${after.id}::int)` : sql``}
      ${window ? sql`and document_day >= ${window.from}::date and document_day < ${window.to}::date` : sql``}
      ${sideOf(member, filter.side)} ${stateOf(work, filter.state)}
    order by ${exchange.documentDay} desc, ${exchange.id} desc limit ${PAGE + 1}`;
}

// An ORDER BY of bare document_day would sort by the text made here, and read the whole pair for it.
export const COLUMNS = sql`id, pair_id, code, from_side, symbol, channel, document_day::text as document_day, receipt,
  (answer_due_at is not null and answered_at is null) as is_answer_open, state`;

/** The entries of one pair that a member may see. */
export const visibleEntries = (work: Work, actor: Actor, member: Member): SQL => sql`
  ((logged_side = ${member.side} and state <> 'recalled')
    or (crosses_at <= ${work.now.toISO()} and state <> 'recalled'))
  and (target_id is null or target_id not in ${shutTargets(actor)})`;

function sideOf(member: Member, side: SideFilter): SQL {
  if (side === 'a') return sql``;
  return side === 'm' ? sql`and from_side = ${member.side}` : sql`and from_side <> ${member.side}`;
}

function stateOf(work: Work, state: StateFilter): SQL {
  if (state === 'a') return sql``;
  if (state === 'r') return sql`and state in ('waiting', 'open') and receipt is distinct from 'received'`;
  const open = sql`and state in ('waiting', 'open') and answer_due_at is not null and answered_at is null`;
  return state === 'w' ? open : sql`${open} and answer_due_at <= ${work.now.toISO()}`;
}

export type RawLine = {
  id: number;
  pair_id: number;
  code: string;
  from_side: Side;
  symbol: string | null;
  channel: string;
  document_day: string;
  receipt: string | null;
  is_answer_open: boolean;
  state: string;
};

export const toLine = (row: RawLine): ExchangeLine => ({
  id: row.id,
  pairId: row.pair_id,
  code: row.code,
  fromSide: row.from_side,
  symbol: row.symbol,
  channel: row.channel,
  documentDay: row.document_day,
  receipt: row.receipt,
  isAnswerOpen: row.is_answer_open,
  state: row.state,
});
