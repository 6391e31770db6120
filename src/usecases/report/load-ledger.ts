import { sql } from 'drizzle-orm';
import {
  dutiesOf,
  type EntryCount,
  exchangesOf,
  type Figures,
  type SlotCount,
} from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';

import { replyNamed, replyNumber } from './reply-sql.ts';
import { inScope, isShown, partyOf, type ReportScope } from './report-scope.ts';

/** Entries of the ledger whose document is of the period; what has not crossed, was recalled or corrected stays out. */
export async function loadExchanges(work: Work, scope: ReportScope): Promise<Figures['exchanges']> {
  const rows = await work.tx.execute<EntryCount>(sql`
    select ${partyOf(scope, sql`x.pair_id`, sql`x.from_side`)} as party, coalesce(x.doc_type, '') as type,
      x.receipt is not distinct from 'received' as "isConfirmed",
      case when x.answer_due_at is not null then ${replyNamed(replyNumber(work, sql`x.answer_due_at`, sql`x.answered_at`))} end as reply,
      count(*)::int as count
    from exchange x
    where ${inScope(scope, sql`x.pair_id`)} and x.state in ('waiting', 'open') and x.crosses_at <= ${work.now.toISO()}
      and x.document_day >= ${scope.period.from}::date and x.document_day < ${scope.period.to}::date
      and ${isShown(scope, sql`x.target_id`)}
    group by 1, 2, 3, 4`);
  return exchangesOf(rows);
}

/** Slots of duties whose own period ends within that of the report. */
export async function loadDuties(work: Work, scope: ReportScope): Promise<Figures['duties']> {
  const rows = await work.tx.execute<SlotCount>(sql`
    select ${partyOf(scope, sql`s.pair_id`, sql`s.side`)} as party, ${replyNamed(replyNumber(work, sql`s.due_at`, sql`s.closed_at`))} as reply,
      s.state = 'nothing' as "isNothing", count(*)::int as count
    from duty_slot s
    where ${inScope(scope, sql`s.pair_id`)} and s.state <> 'withdrawn' and s.opened_at <= ${work.now.toISO()}
      and s.period_to > ${scope.period.from}::date and s.period_to <= ${scope.period.to}::date
    group by 1, 2, 3`);
  return dutiesOf(rows);
}
