import { type Cell, shareCell, type Table } from '../../domain/report-table.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';
import { type Say, tableOf } from './table-words.ts';

/** Coverage a row an agreement, and the targets that are left by name. */
export const coverageTables = (report: Report, say: Say): Table[] => [
  coverageTable(report, say),
  leftTable(report, say),
];

function coverageTable({ figures, pairs, scope, hidden }: Report, say: Say): Table {
  const rowOf = (
    name: string,
    { covered, concluded, turns, unnamedTurns, members }: Report['figures']['coverage'],
  ): Cell[] => [
    ...[
      name,
      covered.part,
      covered.whole,
      shareCell(covered.part, covered.whole),
      concluded,
      turns,
      unnamedTurns,
      members,
    ],
  ];
  const rows = pairs.map((one) => rowOf(pairName(scope, one.pairId), one));
  const sum = pairs.length > 1 ? [rowOf(say(text('table-all')), figures.coverage)] : [];
  return {
    ...tableOf(say, 'coverage', [
      ...(
        [
          ['table-agreement', 34],
          ['table-covered', 14],
          ['table-targets', 12],
          ['table-share', 10],
        ] as const
      ).map(([key, width]): [typeof key, number] => [key, width]),
      ['table-covered-concluded', 14],
      ['table-turns', 10],
      ['table-unnamed', 12],
      ['table-members-inspected', 12],
    ]),
    rows: [...rows, ...sum],
    notes: [
      say(text('report-coverage-rule')),
      ...(hidden > 0 ? [say(text('report-coverage-shut', { count: hidden }))] : []),
    ],
  };
}

function leftTable({ figures, left, scope }: Report, say: Say): Table {
  const total = figures.coverage.covered.whole - figures.coverage.covered.part;
  return {
    ...tableOf(say, 'left', [
      ['table-agreement', 38],
      ['table-target', 52],
    ]),
    rows: left.map(({ pairId, name }) => [pairName(scope, pairId), name]),
    notes: left.length < total ? [say(text('table-note-left', { shown: left.length, total }))] : [],
  };
}

/** The name of an agreement of the report. */
export const pairName = ({ members }: Report['scope'], pairId: number): string =>
  members.find((member) => member.pairId === pairId)?.pairName ?? '';
