import type { InlineKeyboardButton } from '@grammyjs/types';

/** More rows than a person looks through. Telegram takes about a hundred buttons, fewer when they are long. */
export const MOST_ROWS = 40;
/** The last rows are the ways on and out: [Xong], [Quay lại], [Huỷ]. */
const LAST_ROWS = 6;
/** Characters of a message, counted by Telegram without its markup. */
const MOST_TEXT = 4096;

/** Characters of a label beside which another fits on a phone. */
const SHORT_LABEL = 14;

/**
 * Buttons in rows: the first, which a person most likely taps, alone, and what stands out; of the rest short ones two a row. What is chosen from a
 * numbered list stands beside its like only, and `startsRow` beside nothing that was before it: the ways back and out.
 */
export function layOut(
  buttons: readonly InlineKeyboardButton[],
  startsRow: (at: number) => boolean = () => false,
): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (const [at, button] of buttons.entries()) {
    const last = rows.at(-1);
    const before = last?.length === 1 ? last[0] : undefined;
    // Where only the ways back and out are there, the first of them is no more likely than the next.
    const isFree = at > 1 || startsRow(0);
    if (isFree && !startsRow(at) && before && goTogether(before, button)) last!.push(button);
    else rows.push([button]);
  }
  return rows;
}

const goTogether = (one: InlineKeyboardButton, other: InlineKeyboardButton): boolean =>
  [one, other].every((each) => each.text.length <= SHORT_LABEL && each.style === undefined) &&
  isNumbered(one) === isNumbered(other);

const isNumbered = ({ text }: InlineKeyboardButton): boolean => /^\d+\. /.test(text);

/** The rows that go out, and how many buttons were left out: of a list that has grown beyond all pages its middle, never the ways out. */
export function fitRows(rows: InlineKeyboardButton[][]): { rows: InlineKeyboardButton[][]; left: number } {
  const over = Math.max(0, rows.length - MOST_ROWS);
  if (over === 0) return { rows, left: 0 };
  const kept = MOST_ROWS - LAST_ROWS;
  const left = rows.slice(kept, kept + over).flat().length;
  return { rows: [...rows.slice(0, kept), ...rows.slice(kept + over)], left };
}

/** Lines of HTML as one text that Telegram takes: whole lines, so that no tag is cut in two; `isCut`: some were left out. */
export function fitLines(lines: readonly string[]): { text: string; isCut: boolean } {
  const whole = lines.join('\n');
  if (plainOf(whole).length <= MOST_TEXT) return { text: whole, isCut: false };
  const kept: string[] = [];
  let length = '\n…'.length;
  for (const line of lines) {
    length += plainOf(line).length + 1;
    if (length > MOST_TEXT) break;
    kept.push(line);
  }
  const text = kept.length > 0 ? [...kept, '…'].join('\n') : escapeHtml(cutPlain(plainOf(lines[0] ?? '')));
  return { text, isCut: true };
}

/** The words of Telegram's HTML without its tags, as people read them. */
export const plainOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** At most what one message holds, with an ellipsis where the end was cut. */
export const cutPlain = (text: string, most: number = MOST_TEXT): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

export const escapeHtml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
