import { strToU8, zipSync } from 'fflate';

/** The parts of a workbook that a test says itself, as XML. */
export type RawParts = {
  /** What stands in the worksheet, around and in its `sheetData`. */
  sheet?: string;
  texts?: string;
  styles?: string;
  /** What stands in the workbook before and after its sheets. */
  book?: string;
  sheets?: string;
  /** Other parts, or these ones, whole. */
  parts?: Record<string, string | Uint8Array>;
};

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A row of words that stand in their cells. */
export const rawRow = (row: number, words: readonly string[]): string =>
  `<row r="${row}">${words.map((word) => `<c t="inlineStr"><is><t>${word}</t></is></c>`).join('')}</row>`;

/** An XLSX of one sheet made of such parts. */
export function rawWorkbook({ sheet, texts, styles, book, sheets, parts }: RawParts): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships ${PACKAGE}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${book ?? ''}${sheets ?? '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets>'}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${PACKAGE}>${[
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'sharedStrings', 'sharedStrings.xml'],
      ['r3', 'styles', 'styles.xml'],
    ]
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${texts ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles ?? ''}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}>${sheet ?? ''}</worksheet>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 6 },
  );
}
