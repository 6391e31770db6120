import { kindWords } from '../../documents/content-lines.ts';
import type { ReportDocument } from '../../documents/report-document.ts';
import { reportBlocks } from '../../documents/report-parts.ts';
import { type About, reportSubject } from '../../documents/report-title.ts';
import type { Told } from '../../documents/report-told.ts';
import { issuerOf, respell } from '../../documents/wording.ts';
import { agreementIn } from '../../domain/agreement.ts';
import { isSensitiveKind, KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import type { Table } from '../../domain/report-table.ts';
import { otherSide } from '../../domain/side.ts';
import { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import type { Report } from './load-report.ts';
import { reportTables } from './report-tables.ts';
import type { Say } from './table-words.ts';

/** The report as an official document of the reader's committee; Vietnamese always. */
export async function reportDocument(work: Work, report: Report): Promise<ReportDocument> {
  const say = wordsIn('vi');
  const [{ pairId, side }, ...more] = report.scope.members;
  const { committees, pair } = await loadPair(work, pairId);
  const issuer = issuerOf(committees[side].name);
  const about: About = { ...report, period: report.scope.period, asOf: work.now.toISODate()! };
  const told: Told = {
    ...report,
    parties: {
      own: issuer.name,
      other:
        more.length > 0
          ? respell(say(report.parties.other), issuer.spelling)
          : committees[otherSide(side)].name,
    },
    agreements: report.scope.members.length,
    agreement: more.length > 0 ? undefined : agreementIn(pair),
    left: report.left.map(({ name }) => name),
    kinds: kindNames(say),
    spelling: issuer.spelling,
  };
  return {
    issuer,
    year: work.now.year,
    subject: reportSubject(about),
    blocks: reportBlocks(told, about),
    tables: reportTables(report, say).map((table) => onPaper(report, table, say)),
    signer: { title: 'Chủ nhiệm' },
  };
}

/** As within a sentence, in full words; those that no letter names by their usual ones. */
function kindNames(say: Say): Record<Kind, string> {
  const nameOf = (kind: Kind): string => {
    const name = isSensitiveKind(kind) ? say(text(`kind-${kind}`)) : kindWords(kind);
    return name.slice(0, 1).toLocaleLowerCase('vi') + name.slice(1);
  };
  return Object.fromEntries(KIND_KEYS.map((kind) => [kind, nameOf(kind)])) as Record<Kind, string>;
}

/** Of one agreement no column names it; what stands in brackets in the text is no note. */
function onPaper({ scope, hidden, figures }: Report, table: Table, say: Say): Table {
  const inText = [
    say(text('report-coverage-shut', { count: hidden })),
    say(text('report-outcomes-partly', { count: figures.outcomes.partly })),
  ];
  const notes = table.notes.filter((note) => !inText.includes(note));
  const isNamed = scope.members.length > 1 || table.columns[0]!.title !== say(text('table-agreement'));
  if (isNamed) return { ...table, notes };
  return {
    ...table,
    columns: table.columns.slice(1),
    rows: table.rows.map((row) => row.slice(1)),
    notes,
  };
}
