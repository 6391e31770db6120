import { DateTime } from 'luxon';
import { type DateParse, parseDateVi } from '../../domain/dates-vi.ts';
import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';

export type Window = { windowFrom: string; windowTo: string };

/** Days as typed: one day or a span; `windowTo` excluded. Anything unclear is asked back with a line that works. */
export function readWindow(work: Work, typed: string): Window | { error: Text } {
  const parsed = parseDateVi(typed, work.now);
  if (parsed.kind === 'ask') return { error: askText(parsed) };
  if (parsed.kind === 'instant') return spanOf(work, parsed.at.toISODate()!, parsed.at.toISODate()!);
  if (parsed.kind === 'day') return spanOf(work, parsed.day, parsed.day);
  return spanOf(work, parsed.from, parsed.to);
}

function spanOf(work: Work, from: string, to: string): Window | { error: Text } {
  const windowTo = DateTime.fromISO(to, { zone: 'utc' }).plus({ days: 1 }).toISODate()!;
  if (windowTo <= work.now.toISODate()!)
    return { error: text('refused-window-past', { window: { window: [from, windowTo] } }) };
  return { windowFrom: from, windowTo };
}

/** Why a date was not taken, the part, and a line that would have worked. */
export function askText(parsed: Extract<DateParse, { kind: 'ask' }>): Text {
  return text(`date-${parsed.why}`, { part: parsed.part });
}
