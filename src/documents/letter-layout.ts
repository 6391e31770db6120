import { convertMillimetersToTwip, PageOrientation } from 'docx';

/** Of every text; sizes are in half-points. */
export const FONT = 'Times New Roman';
export const SIZE = 28;
export const SMALL_SIZE = 24;
/** Of words in a wide table. */
export const TABLE_SIZE = 26;
/** Of the word that names a document, "BÁO CÁO". */
export const TITLE_SIZE = 32;
/** Of "ĐẢNG CỘNG SẢN VIỆT NAM", and how long these words are at it in bold, in twips: so long is the rule below. */
export const PARTY_SIZE = 30;
export const PARTY_LENGTH = 4134;

/** How many signs a line takes: of capitals in the issuer's column, of a subject there, of a title over the whole width. */
export const ISSUER_SIGNS = 24;
export const SUBJECT_SIGNS = 40;
export const TITLE_SIGNS = 64;
/** A subject beside the number has at most so many lines. */
export const SUBJECT_LINES = 5;

/** A4 with 20 mm above and below, 30 mm at the left, 15 mm at the right; in twips. */
export const PAGE = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
export const MARGINS = {
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(20),
  left: convertMillimetersToTwip(30),
  right: convertMillimetersToTwip(15),
  header: convertMillimetersToTwip(10),
  footer: convertMillimetersToTwip(8),
};

/** The issuer's and the Party's column at the head; twips, together as wide as the text. */
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
export const HEAD_COLUMNS = [4450, TEXT_WIDTH - 4450] as const;

/** How a page lies: its size and how wide the text on it is. */
export const PORTRAIT = { size: PAGE, textWidth: TEXT_WIDTH };
export const LANDSCAPE = {
  size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
  textWidth: PAGE.height - MARGINS.left - MARGINS.right,
};
export type Lie = typeof PORTRAIT | typeof LANDSCAPE;

/** The first line of a paragraph, the space before it and the height of its lines, in twips. */
export const FIRST_LINE = convertMillimetersToTwip(10);
export const SPACE_BEFORE = 120;
export const LINE = 380;
