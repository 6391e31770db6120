import { sql } from 'drizzle-orm';
import { addDays } from '../../domain/calendar-day.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { Party } from '../../domain/report.ts';
import { stageOf } from '../../domain/report-figures.ts';
import type { Cell, Table } from '../../domain/report-table.ts';
import { text } from '../said.ts';
import { textOutside } from '../view/target-text.ts';
import type { Work } from '../work.ts';
import type { Report } from './load-report.ts';
import { casesOfPeriod, partyOf, within } from './report-scope.ts';
import { type Say, tableOf } from './table-words.ts';
import { pairName } from './target-tables.ts';

/** Rows of the list; more would make a file that a phone does not open. */
const MOST = 2000;

type Row = {
  pairId: number;
  code: string | null;
  state: InspectionState;
  kind: Kind;
  isUnnamed: boolean;
  lead: Party;
  target: string;
  above: string | null;
  memberCount: number;
  isOfMembers: boolean;
  from: string;
  to: string;
};

/** The inspections of the period, the latest first. Kinds that bear no text are a code, a side and a state (C4). */
export async function listTable(work: Work, report: Report, say: Say): Promise<Table> {
  const { scope } = report;
  const rows = await within(work, scope, () =>
    work.tx.execute<Row>(sql`
      with ${casesOfPeriod(scope)}
      select cases.pair_id as "pairId", code, state, kind, is_unnamed as "isUnnamed",
        ${partyOf(scope, sql`cases.pair_id`, sql`lead_side`)} as lead, target.name as target, above.name as above,
        member_count as "memberCount", is_of_members as "isOfMembers", window_from::text as from, window_to::text as to
      from cases join target on target.id = cases.target_id left join target above on above.id = target.parent_id
      order by window_from desc, cases.id desc limit ${MOST}`),
  );
  const { total } = report.figures.cases;
  return {
    ...tableOf(say, 'list', [
      ['table-code', 16],
      ['table-agreement', 30],
      ['table-group-kind', 30],
      ['table-target', 40],
      ['table-from', 12],
      ['table-to', 12],
      ['table-group-lead', 24],
      ['table-state', 22],
    ]),
    rows: rows.map((row) => cellsOf(report, row, say)),
    notes: [
      say(text('report-rule')),
      ...(total > rows.length ? [say(text('table-note-list', { shown: rows.length, total }))] : []),
    ],
  };
}

function cellsOf({ scope, parties }: Report, row: Row, say: Say): Cell[] {
  const unnamed = [say(text('table-unnamed-kind')), null, null, null];
  const named = [
    say(text(`kind-${row.kind}`)),
    say(textOutside(row.target, row.above, row)),
    { day: row.from },
    { day: addDays(row.to, -1) },
  ];
  return [
    row.code,
    pairName(scope, row.pairId),
    ...(row.isUnnamed ? unnamed : named),
    say(parties[row.lead]),
    say(text(`report-stage-${stageOf(row.state)}`)),
  ];
}
