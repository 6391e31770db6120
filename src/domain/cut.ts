/** The beginning of a text, at most so many units of it; never half a sign, which neither Postgres nor Telegram takes. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** The beginning of a text, at most so many signs of it, with an ellipsis where more follows. */
export function clip(text: string, most: number): string {
  const signs = Array.from(cut(text, 2 * most + 2));
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}
