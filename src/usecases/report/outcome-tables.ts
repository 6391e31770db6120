import { OUTCOME_ORIGINS } from '../../domain/outcome.ts';
import { type Cell, shareCell, type Table } from '../../domain/report-table.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';
import { type Say, tableOf } from './table-words.ts';

/** Discipline by where it comes from, never in one sum (R11), what became of recommendations, and of the plan's findings. */
export const outcomeTables = (report: Report, say: Say): Table[] => [
  disciplineTable(report, say),
  recommendationTable(report, say),
  planTable(report, say),
];

function disciplineTable({ figures }: Report, say: Say): Table {
  const rows = OUTCOME_ORIGINS.flatMap((origin): Cell[][] => {
    const { organisations, members } = figures.outcomes[origin];
    const source = say(text(`table-origin-${origin}`));
    return [
      [
        ...[
          source,
          say(text('table-organisations')),
          organisations.total,
          organisations.reprimand,
          organisations.warning,
        ],
        ...[null, null, organisations.dissolution],
      ],
      [
        ...[source, say(text('table-members')), members.total, members.reprimand, members.warning],
        ...[members.dismissal, members.expulsion, null],
      ],
    ];
  });
  const { partly } = figures.outcomes;
  return {
    ...tableOf(say, 'outcomes', [
      ['table-origin', 20],
      ['table-whom', 18],
      ['table-total', 10],
      ['table-form-reprimand', 11],
      ['table-form-warning', 10],
      ['table-form-dismissal', 10],
      ['table-form-expulsion', 10],
      ['table-form-dissolution', 10],
    ]),
    rows,
    notes: [
      say(text('table-note-apart')),
      ...(partly > 0 ? [say(text('report-outcomes-partly', { count: partly }))] : []),
    ],
  };
}

function recommendationTable({ figures }: Report, say: Say): Table {
  const { asked, done, overdue, open } = figures.recommendations;
  return {
    ...tableOf(say, 'recommendations', [
      ['table-measure', 60],
      ['table-count', 30],
    ]),
    rows: [
      [say(text('table-recommendations')), asked],
      [say(text('table-done')), done],
      [say(text('table-done-share')), shareCell(done, asked)],
      [say(text('table-overdue')), overdue],
      [say(text('table-not-due')), open],
    ],
  };
}

function planTable({ figures }: Report, say: Say): Table {
  const { found, merge, shift, keep, gone, open } = figures.plan;
  const counts = { merge, shift, keep, gone, open };
  return {
    ...tableOf(say, 'plan', [
      ['table-measure', 60],
      ['table-count', 30],
    ]),
    rows: [
      [say(text('table-plan-found')), found],
      ...(['merge', 'shift', 'keep', 'gone', 'open'] as const).map((key): Cell[] => [
        say(text(`table-plan-${key}`)),
        counts[key],
      ]),
      [say(text('table-plan-settled-share')), shareCell(merge + shift + keep, found)],
    ],
  };
}
