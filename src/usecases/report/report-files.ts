import { writeReport } from '../../documents/report-document.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { isPeriod } from '../../domain/report-period.ts';
import { drawReport } from '../../pictures/report-chart.ts';
import { writeWorkbook } from '../../sheets/workbook.ts';
import type { ReportFormat } from '../actions/reading.ts';
import type { MakeFile } from '../compose/file.ts';
import type { MadeFile } from '../compose/index.ts';
import { wordsIn } from '../plain-words.ts';
import { isRefused, message, text } from '../said.ts';
import type { Work } from '../work.ts';
import { listTable } from './list-table.ts';
import { loadReport, type Report } from './load-report.ts';
import { chartGroups } from './report-chart-groups.ts';
import { writeReportCsv } from './report-csv.ts';
import { reportDocument } from './report-document.ts';
import { openScope } from './report-scope.ts';
import { reportTables } from './report-tables.ts';
import { asOf, periodArg, periodWords } from './report-words.ts';
import type { Say } from './table-words.ts';

type Locale = 'vi' | 'en';
type Make = (work: Work, report: Report, locale: Locale) => Promise<Uint8Array> | Uint8Array;

/** Names of targets that a file lists. */
const MOST_LEFT = 2000;

/**
 * A file of a report as things stand when it goes out, for who may still read it. Not protected: it is there to be saved, mended and
 * handed in; so the words around it are whose and of when (C7).
 */
const makeOf =
  (format: ReportFormat, make: Make): MakeFile<`report-${ReportFormat}`> =>
  async (work, actor, { ref }) => {
    const { choice, from, to } = ref.report;
    const period = { from, to };
    const scope = isPeriod(period) ? openScope(actor, choice, period) : undefined;
    if (!scope || isRefused(scope)) return { skip: 'no longer theirs' };
    const report = await loadReport(work, scope, MOST_LEFT);
    const args = { title: report.title, period: periodArg(report) };
    return {
      message: message([
        text('report-file-caption', { ...args, format: text(`report-format-${format}`) }),
        text('report-file-draft'),
        text('report-file-sensitive'),
      ]),
      file: { ...fileOf(report, format), bytes: await make(work, report, actor.locale) },
    };
  };

function fileOf({ scope }: Report, format: ReportFormat): Omit<MadeFile, 'bytes'> {
  const days = `${scope.period.from}-${addDays(scope.period.to, -1)}`.replaceAll('-', '');
  const name = `bao-cao-${days.slice(0, 8)}-${days.slice(8)}.${format}`;
  return format === 'png' ? { name, isPicture: true } : { name };
}

/** "Công an tỉnh – Tỉnh uỷ · năm 2026 · …". */
const subtitleOf = (work: Work, report: Report, say: Say, locale: Locale): string =>
  [say(report.title), periodWords(report, locale), asOf(work, say)].join(' · ');

/** A sheet a table, the list of inspections last. */
export const makeReportXlsx = makeOf('xlsx', async (work, report, locale) => {
  const say = wordsIn(locale);
  const tables = [...reportTables(report, say), await listTable(work, report, say)];
  const subtitle = subtitleOf(work, report, say, locale);
  return writeWorkbook(tables, { mark: say(text('report-mark')), subtitle });
});

/** One table of all figures. */
export const makeReportCsv = makeOf('csv', async (work, report, locale) => {
  const say = wordsIn(locale);
  const tables = [...reportTables(report, say), await listTable(work, report, say)];
  const columns = (['table-section', 'table-row', 'table-measure', 'table-value'] as const).map((key) =>
    say(text(key)),
  );
  return writeReportCsv(tables, columns, locale);
});

export const makeReportPng = makeOf('png', (_work, report, locale) => {
  const say = wordsIn(locale);
  return drawReport({
    title: say(report.title),
    subtitle: periodWords(report, locale),
    mark: say(text('report-mark')),
    groups: chartGroups(report, say, locale),
  });
});

export const makeReportDocx = makeOf('docx', async (work, report) =>
  writeReport(await reportDocument(work, report)),
);
