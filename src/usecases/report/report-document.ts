import type { Block } from '../../documents/letter.ts';
import type { ReportDocument } from '../../documents/report-document.ts';
import { ended, issuerOf } from '../../documents/wording.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { showWindowShort } from '../../domain/date-text.ts';
import type { Text } from '../../domain/message.ts';
import { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import type { Report } from './load-report.ts';
import { type Section, sectionLines } from './report-lines.ts';
import { reportTables } from './report-tables.ts';
import type { Say } from './table-words.ts';

/** Which tables stand in which part. */
const PARTS: [section: Exclude<Section, 'overview'>, tables: string[]][] = [
  ['proposals', ['proposals']],
  ['cases', ['cases']],
  ['coverage', ['coverage', 'left']],
  ['notices', ['notices']],
  ['exchanges', ['exchanges', 'types', 'duties']],
  ['outcomes', ['outcomes', 'recommendations']],
  ['plan', ['plan']],
];

/** The report as an official document of the reader's committee; Vietnamese always. */
export async function reportDocument(work: Work, report: Report): Promise<ReportDocument> {
  const say = wordsIn('vi');
  const [{ pairId, side }] = report.scope.members;
  const { committees } = await loadPair(work, pairId);
  return {
    issuer: issuerOf(committees[side].name),
    year: work.now.year,
    subject: subjectOf(report),
    intro: `${ended(say(report.title))} ${asOf(work, say)}`,
    sections: sectionsOf(report, say),
    signer: { title: 'Chủ nhiệm' },
  };
}

/** A whole year and more is summed up (tổng kết), less is looked back on (sơ kết). */
function subjectOf(report: Report): string {
  const { from, to } = report.scope.period;
  const kind = addDays(from, 365) <= to ? 'tổng kết' : 'sơ kết';
  return `${kind} công tác phối hợp kiểm tra, giám sát ${periodWords(report, 'vi')}`;
}

/** A note of a table that its part says already is not said again. */
function sectionsOf(report: Report, say: Say): ReportDocument['sections'] {
  const tables = reportTables(report, say);
  return PARTS.map(([section, keys]) => {
    const lines = sectionLines(report, section, 'vi');
    const said = lines.map(say);
    return {
      title: say(text(`report-title-${section}`)),
      blocks: lines.map((line): Block => ({ level: levelOf(line), text: ended(say(line)) })),
      tables: tables
        .filter(({ key }) => keys.includes(key))
        .map((table) => ({ ...table, notes: table.notes.filter((note) => !said.includes(note)) })),
    };
  });
}

/** What belongs to the line before it. */
const DASHES = [
  'report-proposals-days',
  'report-notices-hours',
  'report-exchanges-answers',
  'report-coverage-concluded',
];

function levelOf({ key }: Text): Block['level'] {
  if (key.endsWith('-rule')) return 'text';
  return DASHES.includes(key) ? 'dash' : 'point';
}

/** "năm 2026", "01/06/2022 – 31/12/2025". */
export const periodWords = ({ scope }: Report, locale: 'vi' | 'en'): string =>
  showWindowShort(scope.period.from, addDays(scope.period.to, -1), locale);

/** The day on which the figures were taken. */
export const asOf = (work: Work, say: Say): string =>
  say(text('report-as-of', { day: { date: work.now.toISODate()! } }));
