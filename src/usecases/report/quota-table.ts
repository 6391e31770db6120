import { type Cell, shareCell, type Table } from '../../domain/report-table.ts';
import { quotaText } from '../plan/quota-lines.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';
import { type Say, tableOf } from './table-words.ts';
import { pairName } from './target-tables.ts';

/** A row a quota of the years' plans: what was agreed and how far it is (R3); of a term whose first day nobody has said nothing is counted. */
export const quotaTable = ({ quotas, scope }: Report, say: Say): Table => ({
  ...tableOf(say, 'quotas', [
    ['table-agreement', 24],
    ['table-year', 8],
    ['table-quota', 44],
    ['table-reached', 8],
    ['table-quota-of', 8],
    ['table-share', 10],
    ['table-missing', 8],
  ]),
  rows: quotas.map(({ pairId, year, state, ...quota }): Cell[] => [
    ...[pairName(scope, pairId), String(year), say(quotaText(quota))],
    ...(state
      ? [
          ...[state.reached.part, state.reached.whole],
          ...[shareCell(state.reached.part, state.reached.whole), state.missing],
        ]
      : [null, null, null, null]),
  ]),
  notes: [
    say(text('table-note-quotas')),
    ...(quotas.some(({ state }) => state === undefined) ? [say(text('table-note-no-term'))] : []),
  ],
});
