import { addDays, daysBetween } from '../../domain/calendar-day.ts';
import type { Text } from '../../domain/message.ts';
import { readPlanWindow } from '../../domain/plan-window.ts';
import { wholePeriodOf } from '../../domain/window-words.ts';
import { text } from '../said.ts';

import type { Window } from './read-window.ts';

/** Days of a plan's line as typed, read as they are in files; else why not, the part, and what would have worked for that year. */
export function typedPlanWindow(typed: string, year: number): Window | { error: Text } {
  const read = readPlanWindow(typed, year);
  if ('to' in read) return { windowFrom: read.from, windowTo: read.to };
  return { error: text(`plan-window-${read.why}`, { part: typed.slice(0, LONGEST), year: String(year) }) };
}

const LONGEST = 80;

/** How the days were understood, for confirmation (R13): a quarter stays one; else both ends with their weekdays, and how many. */
export const planWindowEcho = ({ windowFrom, windowTo }: Window): Text =>
  wholePeriodOf(windowFrom, windowTo)
    ? text('plan-window-echo-whole', { window: { days: [windowFrom, windowTo] } })
    : text('plan-window-echo', {
        from: { day: windowFrom },
        to: { day: addDays(windowTo, -1) },
        count: daysBetween(windowFrom, windowTo),
      });
