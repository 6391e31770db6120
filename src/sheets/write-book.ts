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

/** A sheet to be printed across: its first rows stay in sight, `mark` is on every page, `filter` says which cells are filtered by. */
export type BookSheet = {
  name: string;
  widths: readonly number[];
  headRows: number;
  mark: string;
  data: SheetData;
  filter?: string;
  offers?: readonly Offer[];
};

/** A workbook as XLSX. Words are always words, also those that begin like a formula. */
export async function writeBook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, headRows, data }) => ({
    ...{ sheet: name, data, stickyRowsCount: headRows, orientation: 'landscape' as const },
    columns: widths.map((width) => ({ width })),
  }));
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [printing(sheets)] };
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
          transformElementAttributes: (name, attributes) =>
            name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  };
}

/** In a head an "&" begins an order of its own. */
const partsOf = ({ mark, filter, offers = [] }: BookSheet): string[] => [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  ...(filter ? [getSelfClosingTagMarkup('autoFilter', { ref: filter })] : []),
  ...(offers.length > 0
    ? [`<dataValidations count="${offers.length}">${offers.map(offerOf).join('')}</dataValidations>`]
    : []),
  `<headerFooter><oddHeader>&amp;R${sanitizeTextContent(mark.replaceAll('&', '&&'))}</oddHeader><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`,
];

/** What is not among the choices is let in. */
const offerOf = ({ cells, from }: Offer): string =>
  `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${sanitizeAttributeValue(cells)}"><formula1>${sanitizeTextContent(from)}</formula1></dataValidation>`;
