import { SUBJECT_BODIES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import { PARTIES, type Party } from '../../domain/report.ts';
import { PROPOSAL_ENDS, REPLIES, type Reply, STAGES } from '../../domain/report-figures.ts';
import { type Cell, shareCell, type Table } from '../../domain/report-table.ts';
import type { TextKey } from '../../locales/keys.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';
import { outcomeTables } from './outcome-tables.ts';
import { quotaTable } from './quota-table.ts';
import { type Say, tableOf } from './table-words.ts';
import { coverageTables } from './target-tables.ts';

/** The figures of a report as tables, but for the list of inspections; numerators beside denominators (R10). */
export function reportTables(report: Report, say: Say): Table[] {
  return [
    proposalTable(report, say),
    caseTable(report, say),
    ...coverageTables(report, say),
    noticeTable(report, say),
    exchangeTable(report, say),
    typeTable(report, say),
    dutyTable(report, say),
    ...outcomeTables(report, say),
    quotaTable(report, say),
  ].filter(({ rows }) => rows.length > 0);
}

/** A row a measure, a column a side: readable on paper of the letters' width. */
function bySide(
  report: Report,
  say: Say,
  key: Parameters<typeof tableOf>[1],
  measures: [key: TextKey, of: (party: Party) => Cell][],
  notes: Text[] = [],
): Table {
  const { own, other } = report.parties;
  const rows = measures.map(([label, of]): Cell[] => [say(text(label)), ...PARTIES.map(of)]);
  return {
    ...tableOf(say, key, [
      ['table-measure', 38],
      [own, 26],
      [other, 26],
    ]),
    rows,
    notes: notes.map(say),
  };
}

function proposalTable(report: Report, say: Say): Table {
  const { proposals } = report.figures;
  return bySide(
    report,
    say,
    'proposals',
    [
      ['table-made', (party) => proposals[party].made],
      ...PROPOSAL_ENDS.map((end): [TextKey, (party: Party) => Cell] => [
        `table-end-${end}`,
        (party) => proposals[party].ends[end],
      ]),
      ['table-agreed-share', (party) => shareCell(proposals[party].ends.agreed, proposals[party].made)],
      ['table-days-median', (party) => proposals[party].days?.median ?? null],
      ['table-days-most', (party) => proposals[party].days?.most ?? null],
    ],
    [text('report-proposals-rule')],
  );
}

function caseTable({ figures, parties }: Report, say: Say): Table {
  const { total, stages, kinds, leads, bodies } = figures.cases;
  const rows: [group: TextKey, item: Text, count: number][] = [
    ...STAGES.map((stage): [TextKey, Text, number] => [
      'table-group-stage',
      text(`report-stage-${stage}`),
      stages[stage],
    ]),
    ...KIND_KEYS.map((kind): [TextKey, Text, number] => [
      'table-group-kind',
      text(`kind-${kind}`),
      kinds[kind],
    ]),
    ...PARTIES.map((party): [TextKey, Text, number] => ['table-group-lead', parties[party], leads[party]]),
    ...SUBJECT_BODIES.map((body): [TextKey, Text, number] => [
      'table-group-body',
      text(`body-${body}`),
      bodies[body],
    ]),
  ];
  return {
    ...tableOf(say, 'cases', [
      ...([
        ['table-group', 16],
        ['table-item', 36],
        ['table-count', 12],
      ] as [TextKey, number][]),
      ...([
        ['table-targets', 12],
        ['table-share', 10],
      ] as [TextKey, number][]),
    ]),
    rows: rows.map(([group, item, count]) => [
      say(text(group)),
      say(item),
      count,
      total,
      shareCell(count, total),
    ]),
    notes: [say(text('report-rule'))],
  };
}

type Measures = [key: TextKey, of: (party: Party) => Cell][];

const replyMeasures = (
  replies: (party: Party) => Record<Reply, number>,
  whole: (party: Party) => number,
): Measures => [
  ...REPLIES.map((reply): Measures[number] => [`table-reply-${reply}`, (party) => replies(party)[reply]]),
  ['table-on-time-share', (party) => shareCell(replies(party).on_time, whole(party))],
];

function noticeTable(report: Report, say: Say): Table {
  const { answers } = report.figures.notices;
  return bySide(report, say, 'notices', [
    ['table-asked', (party) => answers[party].asked],
    ...replyMeasures(
      (party) => answers[party].replies,
      (party) => answers[party].asked,
    ),
    ['table-hours-median', (party) => answers[party].hours?.median ?? null],
    ['table-hours-most', (party) => answers[party].hours?.most ?? null],
  ]);
}

function exchangeTable(report: Report, say: Say): Table {
  const { exchanges } = report.figures;
  return bySide(report, say, 'exchanges', [
    ['table-documents', (party) => exchanges[party].total],
    ['table-confirmed', (party) => exchanges[party].confirmed],
    ['table-confirmed-share', (party) => shareCell(exchanges[party].confirmed, exchanges[party].total)],
    ['table-to-answer', (party) => exchanges[party].toAnswer],
    ...replyMeasures(
      (party) => exchanges[party].replies,
      (party) => exchanges[party].toAnswer,
    ),
  ]);
}

function typeTable({ figures, parties }: Report, say: Say): Table {
  const rows = PARTIES.flatMap((party) =>
    Object.entries(figures.exchanges[party].types).map(([type, count]): Cell[] => [
      say(parties[party]),
      type === '' ? say(text('table-no-type')) : type,
      count,
    ]),
  );
  return {
    ...tableOf(say, 'types', [
      ['table-issuer', 38],
      ['table-type', 26],
      ['table-count', 26],
    ]),
    rows,
  };
}

function dutyTable(report: Report, say: Say): Table {
  const { duties } = report.figures;
  return bySide(report, say, 'duties', [
    ['table-slots', (party) => duties[party].total],
    ...replyMeasures(
      (party) => duties[party].replies,
      (party) => duties[party].total,
    ),
    ['table-nothing', (party) => duties[party].nothing],
  ]);
}
