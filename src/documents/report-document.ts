import type { Table as DocxTable, Paragraph } from 'docx';
import type { Table } from '../domain/report-table.ts';
import { writeDraft } from './draft-document.ts';
import type { Block } from './letter.ts';
import { blockParagraph, numberBlocks } from './letter-body.ts';
import { endTable } from './letter-end.ts';
import { headTable } from './letter-head.ts';
import { gap } from './letter-parts.ts';
import { titleBlock } from './letter-titles.ts';
import { reportTable } from './report-table.ts';
import type { Issuer } from './wording.ts';

/** A report (báo cáo) as data, of no channel; Vietnamese always. */
export type ReportDocument = {
  issuer: Issuer;
  year: number;
  /** Under the word "BÁO CÁO". */
  subject: string;
  /** The first sentence, the three parts and the last sentence. */
  blocks: Block[];
  /** In an annex behind the signature. */
  tables: Table[];
  signer: { title: string; name?: string };
};

/** The report as DOCX in the layout of party documents, every page marked "DỰ THẢO"; its tables as an annex (phụ lục) on a page of its own. */
export function writeReport(report: ReportDocument): Promise<Buffer> {
  const blocks = numberBlocks(report.blocks);
  return writeDraft(`báo cáo: ${report.subject}`, [
    headTable({ ...report, docType: 'BC' }),
    ...titleBlock('BÁO CÁO', report.subject),
    ...blocks.map((block, at) => blockParagraph(block, at === blocks.length - 1)),
    gap(),
    endTable(report, ['- […];', '- Lưu.']),
    ...annex(report),
  ]);
}

function annex({ issuer, year, tables }: ReportDocument): (Paragraph | DocxTable)[] {
  if (tables.length === 0) return [];
  const numbered = tables.map((table, at) => ({ ...table, title: `Bảng ${at + 1}. ${table.title}` }));
  const of = `(Kèm theo Báo cáo số …-BC/…, ngày … tháng … năm ${year} của ${issuer.name})`;
  return [
    ...titleBlock('PHỤ LỤC SỐ LIỆU', of, { isNewPage: true, look: { italics: true } }),
    ...numbered.flatMap(reportTable),
  ];
}
