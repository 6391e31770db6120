import { addDays, daysBetween } from '../../domain/calendar-day.ts';
import { cut } from '../../domain/cut.ts';
import type { Text } from '../../domain/message.ts';
import { readPlanWindow } from '../../domain/plan-window.ts';
import { wholePeriodOf } from '../../domain/window-words.ts';
import { text } from '../said.ts';

import { type NotRead, type Window, windowChoice, windowFrom } from './read-window.ts';

/**
 * Days of a plan's line as typed, read as they are in files; else why not, the part, what would have worked for that year, and the readings
 * to choose from.
 */
export function typedPlanWindow(typed: string, year: number): Window | NotRead {
  const read = readPlanWindow(typed, year);
  if ('to' in read) return { windowFrom: read.from, windowTo: read.to };
  const part = cut(typed, LONGEST);
  const { why, choices = [] } = read;
  const isOpen = choices.length > 0 && (why === 'unclear' || why === 'ambiguous');
  return {
    error: isOpen ? text('date-which', { part }) : text(`plan-window-${why}`, { part, year: String(year) }),
    choices: choices.map(({ from, to }) => windowChoice({ windowFrom: from, windowTo: to })),
  };
}

/** The window of a plan's year that a tapped choice bears; undefined: it bears none. */
export function chosenPlanWindow(value: string, year: number): Window | undefined {
  const window = windowFrom(value);
  return window?.windowFrom.startsWith(`${year}-`) && window.windowTo <= `${year + 1}-01-01`
    ? window
    : undefined;
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
