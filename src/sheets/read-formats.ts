import { TABLE_LIMITS, unreadable } from './read-limits.ts';
import type { ReadPart } from './read-workbook.ts';

/** What a number in a cell means. */
export type NumberFormat = 'number' | 'day' | 'short-day' | 'month';

/** The formats of cells by their numbers. */
export async function readFormats(read: ReadPart): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  await read({
    open: ({ name, attributes }, within) => {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt' && within.at(-1) === 'numFmts')
        own.set(id, meaningOf(attributes.get('formatCode') ?? ''));
      if (name === 'xf' && within.at(-1) === 'cellXfs') formats.push(own.get(id) ?? builtIn(id));
      if (own.size + formats.length > TABLE_LIMITS.formats) throw unreadable();
    },
  });
  return formats;
}

/** The formats that have a number only, in every language: 16 is "d-mmm", 17 "mmm-yy". */
function builtIn(id: number): NumberFormat {
  if (id === 16) return 'short-day';
  if (id === 17) return 'month';
  const isDay =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDay ? 'day' : 'number';
}

/** A date whose format shows no day is a month; one whose format shows no year is a short day. */
export function meaningOf(format: string): NumberFormat {
  const shown = format
    .slice(0, 300)
    .replace(/\\.|_.|\*.|"[^"]*"|\[[^\]]*\]/g, '')
    .toLowerCase();
  if (!/[ymdhs]/.test(shown) || shown.includes('general')) return 'number';
  if (!shown.includes('m')) return 'day';
  if (shown.includes('y')) return shown.includes('d') ? 'day' : 'month';
  return shown.includes('d') && !/[hs]/.test(shown) ? 'short-day' : 'day';
}
