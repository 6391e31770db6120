import { cut } from './cut.ts';
import { nfc } from './fold.ts';

/** Why a document symbol was refused. */
export type SymbolFault =
  | 'empty'
  | 'too-long'
  | 'colon'
  | 'no-number'
  | 'no-type'
  | 'unknown-type'
  | 'separators'
  | 'no-issuer'
  | 'unaccented-issuer'
  | 'ambiguous-tu'
  | 'characters';

/** A symbol in its written form ("05-BC/UBKTTU") and its parts. */
export interface DocumentSymbol {
  kind: 'ok';
  symbol: string;
  number: number;
  type: string;
  issuer: string;
  warnings: 'year-mismatch'[];
}

/** The part that is wrong, and where it can be told the whole symbol that was probably meant; `other` is its rival (TU, TW). */
export interface RefusedSymbol {
  kind: 'refused';
  why: SymbolFault;
  part: string;
  suggestion?: string;
  other?: string;
}

/** Most characters of a symbol. */
const LONGEST = 60;

/** Types of party documents as they are written in a symbol. */
export const DOCUMENT_TYPES = [
  ...['NQ', 'QĐ', 'CT', 'KL', 'QC', 'QĐi', 'HD', 'TB'],
  ...['BC', 'KH', 'CTr', 'TTr', 'CV', 'BB', 'ĐA', 'PA'],
] as const;

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const isDocumentType = (type: string): type is DocumentType =>
  DOCUMENT_TYPES.some((one) => one === type);

/** What each type is called in the text of a letter. */
export const DOCUMENT_NAMES: Record<DocumentType, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  QC: 'Quy chế',
  QĐi: 'Quy định',
  HD: 'Hướng dẫn',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  TTr: 'Tờ trình',
  CV: 'Công văn',
  BB: 'Biên bản',
  ĐA: 'Đề án',
  PA: 'Phương án',
};

/**
 * Reads a document symbol, number-type/issuer. Case, spaces, dashes and padding are put right; anything that would change
 * the meaning is refused with a suggestion. A year after the symbol is compared with docDate ('YYYY-MM-DD').
 */
export function parseSymbol(
  text: string,
  options: { docDate?: string } = {},
): DocumentSymbol | RefusedSymbol {
  const written = tidy(text);
  if (written === '') return refuse('empty', '');
  if (written.length > LONGEST) return refuse('too-long', cut(written, LONGEST));
  const prefix = /^(?:số|so)(?: ?[.:])? ?(?=\d)|^(?:số|so) ?[:.]? ?$/iu.exec(written)?.[0] ?? '';
  const { body, year } = takeYear(written.slice(prefix.length).trim());
  if (!prefix.includes(':')) return readBody(body, year, options.docDate);
  const meant = readBody(body, year, options.docDate);
  return refuse('colon', prefix.trim(), meant.kind === 'ok' ? meant.symbol : meant.suggestion);
}

/**
 * What a person insists on though it was refused: NFC, trimmed, at most 60 characters; undefined when it holds control,
 * invisible or right-to-left characters, begins like a formula, or has no letter or digit.
 */
export function insistedSymbol(text: string): string | undefined {
  const trimmed = text.normalize('NFC').trim();
  const plain = nfc(trimmed) === trimmed.replace(/ +/gu, ' ') && !RIGHT_TO_LEFT.test(trimmed);
  const fits = trimmed.length <= LONGEST && /^[^=+@\-|]/u.test(trimmed) && /[\p{L}\p{N}]/u.test(trimmed);
  return plain && fits ? trimmed : undefined;
}

/** What two symbols of one document have in common, however they were typed. */
export const symbolKey = (symbol: string): string => symbol.toUpperCase();

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function tidy(text: string): string {
  return nfc(text.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/ ?([-/]) ?/gu, '$1')
    .replace(/[Ðð]/gu, (letter) => (letter === 'Ð' ? 'Đ' : 'đ'));
}

function takeYear(written: string): { body: string; year?: number } {
  const found =
    /(?:,? (?:ngày|ngay) \d{1,2}[/.-]\d{1,2}[/.-]|,? (?:năm|nam) |[/,] ?)((?:19|20)\d\d)\.?$/iu.exec(written);
  return found ? { body: written.slice(0, found.index).trim(), year: Number(found[1]) } : { body: written };
}

function readBody(body: string, year: number | undefined, docDate: string | undefined) {
  const [, digits = '', rest = ''] = /^(\d{0,5})(.*)$/su.exec(body) ?? [];
  const number = Number(digits);
  if (number === 0 || /^\d/u.test(rest)) return refuse('no-number', body);
  const [, first = '', type = '', second = '', issuer = ''] =
    /^([-/ ]*)([^-/ ]*)([-/ ]*)(.*)$/su.exec(rest) ?? [];
  const known = findType(type);
  const fault = known ? findShapeFault(first, second, issuer) : findTypeFault(type, issuer);
  const spelled = spellIssuer(issuer);
  const write = (written: string) =>
    `${String(number).padStart(2, '0')}-${known ?? guessType(type)}/${written}`;
  const meant = (known ?? guessType(type)) && ISSUER.test(spelled) ? write(spelled) : undefined;
  if (fault)
    return refuse(fault, partAtFault(fault, { body, rest, type }), isAmbiguous(issuer) ? undefined : meant);
  return finish({ number, type: known ?? '', issuer, spelled, write, late: isLate(year, docDate) });
}

interface ReadSymbol {
  number: number;
  type: string;
  issuer: string;
  spelled: string;
  write: (issuer: string) => string;
  late: boolean;
}

function finish({ number, type, issuer, spelled, write, late }: ReadSymbol): DocumentSymbol | RefusedSymbol {
  if (!ISSUER.test(spelled)) return refuse('characters', issuer);
  if (isAmbiguous(issuer)) {
    const central = spelled.replace(/TU$/u, 'TW');
    return { ...refuse('ambiguous-tu', issuer, write(spelled)), other: write(central) };
  }
  if (/^(?:UBKT)?DU/u.test(spelled)) {
    return refuse('unaccented-issuer', issuer, write(spelled.replace('DU', 'ĐU')));
  }
  const warnings: 'year-mismatch'[] = late ? ['year-mismatch'] : [];
  return { kind: 'ok', symbol: write(spelled), number, type, issuer: spelled, warnings };
}

const ISSUER = /^(?=.*\p{L})[\p{Lu}\p{N}]+(?:[-.&][\p{Lu}\p{N}]+)*$/u;

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();

function findType(written: string): string | undefined {
  return DOCUMENT_TYPES.find((type) => type.toLowerCase() === written.toLowerCase());
}

function guessType(written: string): string | undefined {
  return DOCUMENT_TYPES.find((type) => bare(type) === bare(written));
}

function findTypeFault(type: string, issuer: string): SymbolFault {
  // "05/UBKTTU": what stands where the type should is the issuer.
  return type === '' || (issuer === '' && type.length > 3 && !guessType(type)) ? 'no-type' : 'unknown-type';
}

function findShapeFault(first: string, second: string, issuer: string): SymbolFault | undefined {
  if (issuer === '') return 'no-issuer';
  return first === '-' && second === '/' ? undefined : 'separators';
}

/** Of what is put together wrongly the whole is shown: a piece of it does not say what is wrong. */
function partAtFault(
  fault: SymbolFault,
  { body, rest, type }: { body: string; rest: string; type: string },
): string {
  if (fault === 'separators') return body;
  return fault === 'unknown-type' ? type : rest;
}

/** The issuer in capitals without spaces: Trung ương, T.Ư and TƯ as TW, Tỉnh uỷ as TU. */
function spellIssuer(issuer: string): string {
  return issuer
    .toUpperCase()
    .replace(/TRUNG (?:ƯƠNG|UONG)|T\.? ?Ư\.?|T\. ?W\.?/gu, 'TW')
    .replace(/TỈNH (?:UỶ|ỦY)|TINH UY|T\. ?U\.?$/gu, 'TU')
    .replace(/ /gu, '');
}

/** A small "tu" may be TƯ typed without its accent (R12); capitals and "Tỉnh uỷ" are not in doubt. */
function isAmbiguous(issuer: string): boolean {
  return /(?:t\.?u|Tu|tU)\.?$/u.test(issuer);
}

function isLate(year: number | undefined, docDate: string | undefined): boolean {
  return year !== undefined && docDate !== undefined && Number(docDate.slice(0, 4)) !== year;
}

function refuse(why: SymbolFault, part: string, suggestion?: string): RefusedSymbol {
  return { kind: 'refused', why, part, ...(suggestion ? { suggestion } : {}) };
}
