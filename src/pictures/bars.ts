import { FONT } from './png.ts';
import { escapeXml } from './svg.ts';

/** Height of a bar, in points. */
export const BAR = 14;
export const INK = '#1f2933';
export const FAINT = '#d5dbe1';
const OWN = '#1d4f91';
const OTHER = '#b4540a';

/** Who leads: filled or hatched, so that it is not said by colour alone. */
export type Lead = 'own' | 'other';

/** A bar of days; a picture with bars begins with `HATCHING`. */
export const bar = (x: number, y: number, width: number, lead: Lead): string =>
  lead === 'own'
    ? `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" rx="2" fill="${OWN}"/>`
    : `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" rx="2" fill="url(#other)" stroke="${OTHER}" stroke-width="1.5"/>`;

export const HATCHING = `<defs><pattern id="other" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
  <rect width="6" height="6" fill="#fff4e8"/><rect width="2.5" height="6" fill="${OTHER}"/></pattern></defs>`;

/** A bar as a sign, and what it says. */
export const legend = (x: number, y: number, lead: Lead, word: string): string =>
  bar(x, y, 22, lead) + line(word, x + 28, y + 11, { size: 11 });

/** One line of words, its baseline at `y`. */
export const line = (
  text: string,
  x: number,
  y: number,
  { size, bold = false, end = false }: { size: number; bold?: boolean; end?: boolean },
): string =>
  `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${bold ? 700 : 400}"${end ? ' text-anchor="end"' : ''} fill="${INK}">${escapeXml(text)}</text>`;
