import type { ReadCell, ReadRow, ReadSheet } from '../domain/table-cells.ts';

/** Fonts in which Vietnamese was typed before Unicode: letters stand under codes of other letters. */
export type LegacyFont = 'TCVN3' | 'VNI';

/** Stands for a soft hyphen until it is known what it means. */
export const SOFT_HYPHEN = '\ue0ad';

const TCVN3 = tableOf(
  '¸µ¶·¹ ¨ ¾»¼½Æ © ÊÇÈÉË ® ÐÌÎÏÑ ª ÕÒÓÔÖ Ý×ØÜÞ ãßáâä « èåæçé ¬ íêëìî óïñòô \u00ad øõö÷ù ýúûüþ ¡¢§£¤¥¦',
  'áàảãạ ă ắằẳẵặ â ấầẩẫậ đ éèẻẽẹ ê ếềểễệ íìỉĩị óòỏõọ ô ốồổỗộ ơ ớờởỡợ úùủũụ ư ứừửữự ýỳỷỹỵ ĂÂĐÊÔƠƯ',
);

/** VNI writes a letter and after it the sign of its accent. */
const VNI_SINGLE = tableOf('ñÑ íìæóò ÍÌÆÓÒ î Î ô Ô ö Ö', 'đĐ íìỉĩị ÍÌỈĨỊ ỵ Ỵ ơ Ơ ư Ư');
const VNI_PAIRS = new Map<string, string>(
  [
    ['a', 'ùøûõï âáàåãä êéèúüë', 'áàảãạ âấầẩẫậ ăắằẳẵặ'],
    ['e', 'ùøûõï âáàåãä', 'éèẻẽẹ êếềểễệ'],
    ['o', 'ùøûõï âáàåãä', 'óòỏõọ ôốồổỗộ'],
    ['ô', 'ùøûõï', 'ớờởỡợ'],
    ['u', 'ùøûõï', 'úùủũụ'],
    ['ö', 'ùøûõï', 'ứừửữự'],
    ['y', 'ùøûõ', 'ýỳỷỹ'],
  ].flatMap(([base, signs, letters]) => pairsOf(base!, signs!, letters!)),
);

function tableOf(codes: string, letters: string): Map<string, string> {
  const read = [...letters.replaceAll(' ', '')];
  return new Map([...codes.replaceAll(' ', '')].map((code, at) => [code, read[at]!]));
}

/** A capital's sign may be written as a capital or not. */
function pairsOf(base: string, signs: string, letters: string): [string, string][] {
  return [...tableOf(signs, letters)].flatMap(([sign, letter]): [string, string][] => [
    [base + sign, letter],
    [base.toUpperCase() + sign, letter.toUpperCase()],
    [base.toUpperCase() + sign.toUpperCase(), letter.toUpperCase()],
  ]);
}

const CONVERT: Readonly<Record<LegacyFont, (text: string) => string>> = {
  TCVN3: (text) =>
    text.replaceAll(SOFT_HYPHEN, '\u00ad').replace(/[\u0080-\u00ff]/g, (code) => TCVN3.get(code) ?? code),
  VNI: (text) =>
    text.replace(
      /[aeouyôöAEOUYÔÖ][\u00c0-\u00ff]|[\u00c0-\u00ff]/g,
      (found) => VNI_PAIRS.get(found) ?? [...found].map((one) => VNI_SINGLE.get(one) ?? one).join(''),
    ),
};

/** What every plan says somewhere, as whole words with accents. */
const COMMON = new Set(
  (
    'tổ chức đảng bộ kiểm giám sát thời nội tháng năm quý việc tác uỷ ủy huyện tỉnh phường xã chấp hành đề loại hình thức đối tượng chủ trì ' +
    'phối hợp cán thực hiện nghị quyết kỷ luật tài chính dấu hiệu phạm thị kế hoạch đơn vị dự kiến đến cấp dưới của'
  ).split(' '),
);
/** So many of them make sure that a reading is right. */
const ENOUGH = 3;

/** How many common words a text holds. */
const hitsIn = (text: string): number =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => COMMON.has(word)).length;

/** A reading of a text, the legacy one where it makes far more sense than the text as it stands. */
export function readLegacy(text: string, asItStands: string): { text: string; font?: LegacyFont } {
  const [best] = (['TCVN3', 'VNI'] as const)
    .map((font) => ({ font, text: CONVERT[font](text) }))
    .map((one) => ({ ...one, hits: hitsIn(one.text) }))
    .sort((one, other) => other.hits - one.hits);
  if (best!.hits < ENOUGH || best!.hits <= 2 * hitsIn(asItStands)) return { text: asItStands };
  return { text: best!.text, font: best!.font };
}

/** So many characters of a workbook tell which font it was typed in. */
const LOOKED_AT = 20_000;

/** The sheets with what was typed in a legacy font in Unicode; cells that are in Unicode already stay as they are. */
export function convertLegacy(sheets: readonly ReadSheet[]): { sheets: ReadSheet[]; font?: LegacyFont } {
  const sample = sampleOf(sheets);
  const { font } = readLegacy(sample, sample);
  const convert = (text: string): string =>
    font && !NOT_LEGACY.test(text) ? CONVERT[font](text) : text.replaceAll(SOFT_HYPHEN, '');
  const converted = sheets.map((sheet) => ({
    ...sheet,
    name: convert(sheet.name),
    rows: sheet.rows.map((row) => ({ ...row, cells: mapped(row.cells, convert) })),
  }));
  return { sheets: converted, ...(font && { font }) };
}

/** A sign that no legacy font has. */
const NOT_LEGACY = new RegExp(`[^\\u0000-\\u00ff${SOFT_HYPHEN}]`);

const mapped = (cells: ReadRow['cells'], convert: (text: string) => string): Map<number, ReadCell> =>
  new Map([...cells].map(([column, cell]) => [column, typeof cell === 'string' ? convert(cell) : cell]));

function sampleOf(sheets: readonly ReadSheet[]): string {
  let sample = '';
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells.values()) {
        if (typeof cell === 'string') sample += `${cell}\n`;
        if (sample.length > LOOKED_AT) return sample;
      }
  return sample;
}
