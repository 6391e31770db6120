/** Seen from the reader's committee: its own side of a pair, or the other one. Several pairs are merged so. */
export const PARTIES = ['own', 'other'] as const;
export type Party = (typeof PARTIES)[number];

/** Numerator and denominator, always shown together (R10). */
export type Share = { part: number; whole: number };

/** How often a measured value was found; the unit is the caller's. */
export type Tally = { value: number; count: number };

/** Half of the values are at most `median` and half at least; of `count` values. */
export type Spread = { count: number; least: number; median: number; most: number };

/** Per cent with one decimal; undefined of nothing. */
export const percentOf = ({ part, whole }: Share): number | undefined =>
  whole === 0 ? undefined : Math.round((part * 1000) / whole) / 10;

/** At most one decimal: "72,7" for Vietnamese readers, "72.7" for English ones; whole numbers go without. */
export function showDecimal(value: number, locale: 'vi' | 'en'): string {
  const shown = String(Math.round(value * 10) / 10);
  return locale === 'vi' ? shown.replace('.', ',') : shown;
}

/** "8/11 (72,7%)"; of nothing "0/0". */
export function showShare(share: Share, locale: 'vi' | 'en'): string {
  const percent = percentOf(share);
  const fraction = `${share.part}/${share.whole}`;
  return percent === undefined ? fraction : `${fraction} (${showDecimal(percent, locale)}%)`;
}

/** The least, the median (the mean of the two middle ones) and the most; undefined of none. */
export function spreadOf(tallies: readonly Tally[]): Spread | undefined {
  const sorted = tallies.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value);
  const count = sumOf(sorted, (one) => one.count);
  if (count === 0) return undefined;
  const middle = (nth(sorted, Math.ceil(count / 2)) + nth(sorted, Math.floor(count / 2) + 1)) / 2;
  return { count, least: nth(sorted, 1), median: middle, most: nth(sorted, count) };
}

/** The n-th value from 1. */
function nth(sorted: readonly Tally[], n: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (passed >= n) return value;
  }
  throw new RangeError(`there are only ${passed} values, no ${n}-th`);
}

/** The sum over rows. */
export const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** Counts by each key of a list, zeros included, so that the parts sum to the total (R10). */
export function countBy<T extends { count: number }, K extends string>(
  rows: readonly T[],
  keys: readonly K[],
  of: (row: T) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const row of rows) counts[of(row)] += row.count;
  return counts;
}
