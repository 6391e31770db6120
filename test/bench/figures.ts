/** One line of the report. `limit` undefined: reported, not judged. `note` says where the value comes from. */
export type Figure = { name: string; value: number; unit: string; limit?: Limit; note: string };

export type Limit = { at: number; is: 'at most' | 'at least' };

/** What a scenario gave: its figures, or why it could not run. */
export type Outcome = { name: string; figures: Figure[] } | { name: string; notRun: string };

/** The middle value, of an even number the mean of the two; throws on none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) throw new RangeError('no values: there is no median');
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest value that at least `share` (0–1) of the values do not exceed; throws on none. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values: there is no percentile');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Whether a figure keeps its limit; a value that is no number never does. */
export function isOk({ value, limit }: Figure): boolean {
  if (limit === undefined) return Number.isFinite(value);
  return limit.is === 'at most' ? value <= limit.at : value >= limit.at;
}

/** Whether everything ran and kept its limit: the exit code. */
export const isAllOk = (outcomes: readonly Outcome[]): boolean =>
  outcomes.length > 0 && outcomes.every((one) => 'figures' in one && one.figures.every(isOk));

/** A line each: name, value, limit, ok. */
export function toLines(outcome: Outcome): string[] {
  if ('notRun' in outcome) return [`${outcome.name.padEnd(WIDTH)} not run: ${outcome.notRun}`];
  return outcome.figures.map((figure) => {
    const cells = [figure.name.padEnd(WIDTH), valueText(figure).padStart(16), limitText(figure).padEnd(10)];
    return `${cells.join('  ')}  ${verdict(figure).padEnd(6)}  ${figure.note}`.trimEnd();
  });
}

const WIDTH = 34;

/** The same for machines: one object, `ok` over all. */
export function toJson(outcomes: readonly Outcome[]): string {
  const figures = outcomes.flatMap((one) => ('figures' in one ? one.figures : []));
  const notRun = outcomes.flatMap((one) => ('notRun' in one ? [{ name: one.name, reason: one.notRun }] : []));
  const judged = figures.map((figure) => ({ ...figure, ok: isOk(figure) }));
  return JSON.stringify({ ok: isAllOk(outcomes), figures: judged, notRun }, null, 2);
}

const valueText = ({ value, unit }: Figure): string => `${round(value)}${unit && ` ${unit}`}`;

const limitText = ({ limit }: Figure): string =>
  limit ? `${limit.is === 'at most' ? '≤' : '≥'} ${round(limit.at)}` : '–';

const verdict = (figure: Figure): string => (isOk(figure) ? 'ok' : 'NOT OK');

function round(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toFixed(digits);
}
