import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What may be chosen in some cells, taken from others: "A3:A40", "'Danh mục'!$B$3:$B$9". */
export type Offer = { cells: string; from: string };

/**
 * A sheet to be printed across: its first rows stay in sight, `mark` is on every page, `filter` says which cells are filtered by. Of a
 * paper the first page bears its mark in its cells, the row `headingRow` (from 1) stands again on each page.
 */
export type BookSheet = {
  name: string;
  widths: readonly number[];
  headRows: number;
  mark: string;
  data: SheetData;
  filter?: string;
  offers?: readonly Offer[];
  paper?: { headingRow: number };
};

/** The letters of a workbook where its cells say no other. */
export type BookFont = { fontFamily: string; fontSize: number };
const PLAIN: BookFont = { fontFamily: 'Calibri', fontSize: 11 };

/** A workbook as XLSX. Words are always words, also those that begin like a formula. */
export async function writeBook(sheets: readonly BookSheet[], font = PLAIN): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, headRows, data }) => ({
    ...{ sheet: name, data, stickyRowsCount: headRows, orientation: 'landscape' as const },
    columns: widths.map((width) => ({ width })),
  }));
  const options = { ...font, features: [printing(sheets)] };
  return new Uint8Array(await writeExcelFile(written, options).toBuffer());
}

/** Words; none are an empty cell, which may have a look too. */
export const words = (value: string | null, look: CellObject = {}): CellObject => ({
  ...look,
  type: String,
  // "_x000D_" would be read as the sign of that number.
  ...(value && { value: value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') }),
});

/** A day 'YYYY-MM-DD', or the empty cell of one. The file format counts days of no zone; the library takes them from UTC. */
export const dayCell = (day: string | null, look: CellObject = {}): CellObject => ({
  ...look,
  ...{ type: Date, format: 'dd/mm/yyyy' },
  ...(day && { value: new Date(`${day}T00:00:00Z`) }),
});

const SHEET = 'xl/worksheets/sheet{id}.xml';
const ORDER = getOrderOfSiblings(SHEET, 'worksheet')!;

type Feature = NonNullable<Exclude<Parameters<typeof writeExcelFile>[1], undefined>['features']>[number];

/** What the library leaves to others: filters, choices, the width and the head of printed pages. */
function printing(sheets: readonly BookSheet[]): Feature {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) =>
            partsOf(sheets[sheetIndex]!).reduce(
              (whole, part) => insertElementMarkupAccordingToOrderOfSiblings(whole, part, ORDER, 'worksheet'),
              xml,
            ),
          transformElementAttributes: (name, attributes, _index, _options, { sheetIndex }) => {
            if (name === 'pageMargins' && sheets[sheetIndex]!.paper)
              return { ...attributes, ...PAPER_MARGINS };
            return name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes;
          },
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', () => printTitles(sheets)) },
      },
    },
  };
}

/** Of party documents, in inches: 20 mm above and below, 30 at the left, 15 at the right. */
const PAPER_MARGINS = { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59 };

/** The rows that stand again on each page, by the numbers of their sheets. */
function printTitles(sheets: readonly BookSheet[]): string {
  const names = sheets.flatMap(({ name, paper }, at) =>
    paper
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sanitizeTextContent(name)}'!$${paper.headingRow}:$${paper.headingRow}</definedName>`,
        ]
      : [],
  );
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '<definedNames/>';
}

/** In a head an "&" begins an order of its own. */
const partsOf = ({ mark, filter, offers = [], paper }: BookSheet): string[] => [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  ...(filter ? [getSelfClosingTagMarkup('autoFilter', { ref: filter })] : []),
  ...(offers.length > 0
    ? [`<dataValidations count="${offers.length}">${offers.map(offerOf).join('')}</dataValidations>`]
    : []),
  `<headerFooter${paper ? ' differentFirst="1"' : ''}><oddHeader>&amp;R${sanitizeTextContent(mark.replaceAll('&', '&&'))}</oddHeader><oddFooter>&amp;C&amp;P/&amp;N</oddFooter>${paper ? '<firstFooter>&amp;C&amp;P/&amp;N</firstFooter>' : ''}</headerFooter>`,
];

/** What is not among the choices is let in. */
const offerOf = ({ cells, from }: Offer): string =>
  `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${sanitizeAttributeValue(cells)}"><formula1>${sanitizeTextContent(from)}</formula1></dataValidation>`;
