import type { Table as DocxTable, Paragraph } from 'docx';
import type { Table } from '../domain/report-table.ts';
import { writeDraft } from './draft-document.ts';
import type { Block } from './letter.ts';
import { blockParagraph, numberBlocks } from './letter-body.ts';
import { endTable } from './letter-end.ts';
import { headTable } from './letter-head.ts';
import { SPACE_BEFORE } from './letter-layout.ts';
import { centred, gap } from './letter-parts.ts';
import { reportTable } from './report-table.ts';
import type { Issuer } from './wording.ts';

/** A report (báo cáo) as data, of no channel; Vietnamese always. */
export type ReportDocument = {
  issuer: Issuer;
  year: number;
  /** Under the word "BÁO CÁO". */
  subject: string;
  /** Before the sections. */
  intro: string;
  sections: { title: string; blocks: Block[]; tables: Table[] }[];
  signer: { title: string; name?: string };
};

/** The report as DOCX in the layout of party documents, every page marked "DỰ THẢO". */
export const writeReport = (report: ReportDocument): Promise<Buffer> =>
  writeDraft(`báo cáo: ${report.subject}`, [
    headTable({ ...report, docType: 'BC' }),
    centred('BÁO CÁO', { bold: true }, { spacing: { before: 3 * SPACE_BEFORE } }),
    centred(report.subject, { bold: true }, { spacing: { after: 2 * SPACE_BEFORE } }),
    blockParagraph({ level: 'text', text: report.intro, mark: '' }),
    ...bodyOf(report),
    gap(),
    endTable(report, ['- …;', '- Lưu.']),
  ]);

/** Sections and points are numbered together; the tables of a section stand after its points. */
function bodyOf({ sections }: ReportDocument): (Paragraph | DocxTable)[] {
  const numbered = numberBlocks(
    sections.flatMap(({ title, blocks }) => [{ level: 'section' as const, text: title }, ...blocks]),
  );
  let next = 0;
  return sections.flatMap(({ blocks, tables }) => {
    const own = numbered.slice(next, next + 1 + blocks.length);
    next += own.length;
    return [...own.map((block) => blockParagraph(block)), ...tables.flatMap(reportTable)];
  });
}
