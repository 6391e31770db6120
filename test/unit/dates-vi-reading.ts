import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { type DateParse, parseDateVi } from '../../src/domain/dates-vi.ts';
import { ZONE } from '../../src/domain/working-time.ts';

/** Wednesday 25/11/2026, 08h00. */
export const now = DateTime.fromISO('2026-11-25T08:00', { zone: ZONE });

/** "2026-12-07", "2026-12-07T09:00", "2026-12-07..2026-12-11", or "ask: why". */
export function shown(parse: DateParse): string {
  switch (parse.kind) {
    case 'day':
      return parse.day;
    case 'instant':
      return parse.at.toFormat("yyyy-MM-dd'T'HH:mm");
    case 'range':
      return `${parse.from}..${parse.to}`;
    case 'ask':
      return `ask: ${parse.why}`;
  }
}

/** What a text means at `now`. */
export const read = (text: string): string => shown(parseDateVi(text, now));

/** One test a row. */
export const means = (rows: [typed: string, expected: string][]): void => {
  it.each(rows)('%s → %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
};
