/** How a side writes the word: in fixed texts; names stand as they were entered. */
export type Spelling = 'uỷ' | 'ủy';

/** Who sends: "ĐẢNG UỶ CÔNG AN TỈNH X" over "UỶ BAN KIỂM TRA". `name` is whole, as entered. */
export type Issuer = { name: string; body: string; superior?: string; spelling: Spelling };

const BODY = /^(?:(?:uỷ|ủy) ban kiểm tra|(UBKT))\s+/iu;
const IN_FULL = 'Uỷ ban Kiểm tra';

/** Reads an issuer from the name of its committee; a name of another form is the body itself. */
export function issuerOf(name: string): Issuer {
  const whole = name.normalize('NFC').trim();
  const spelling = /ủy/iu.test(whole) && !/uỷ/iu.test(whole) ? 'ủy' : 'uỷ';
  const found = BODY.exec(whole);
  if (!found) return { name: whole, body: whole, spelling };
  const body = found[1] ? respell(IN_FULL, spelling) : found[0].trim();
  return { name: whole, body, superior: capital(whole.slice(found[0].length)), spelling };
}

/** Vietnamese capitals. */
export const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Ends a sentence; what people entered may bear its own full stop. */
export const ended = (text: string): string => (/[.…]$/.test(text) ? text : `${text}.`);

/** The first letter as a capital. */
export const capital = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);

/** A tag for texts: its fixed words follow the spelling, the names between them stay as they are. */
export const spelledBy =
  (spelling: Spelling) =>
  (fixed: TemplateStringsArray, ...names: (string | number)[]): string =>
    fixed.map((part, at) => respell(part, spelling) + (names[at] ?? '')).join('');

/** Fixed words in a side's spelling. */
export const respell = (fixed: string, spelling: Spelling): string =>
  spelling === 'uỷ' ? fixed : fixed.replaceAll('uỷ', 'ủy').replaceAll('Uỷ', 'Ủy').replaceAll('UỶ', 'ỦY');
