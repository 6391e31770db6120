import { addWorkingDays, type Calendar, nextWorkingDay, workingDayFrom } from './calendar.ts';
import { addDays } from './calendar-day.ts';
import { countsForOverlap } from './kinds.ts';
import { gapEndOf, type Kin, SHORT_GAP_DAYS } from './overlap.ts';
import type { PlanLine } from './plan.ts';
import { isFamily, makeStandings } from './plan-kin.ts';
import { yearWindow } from './plan-policy.ts';

/** Days half-open. */
export type FreeWindow = { windowFrom: string; windowTo: string };

export type FreeQuestion = {
  targetId: number;
  kin: readonly Kin[];
  /** Of both sides. */
  lines: readonly PlanLine[];
  calendar: Calendar;
  year: number;
  /** No window begins before it. */
  from: string;
  workingDays: number;
  /** Whether those days must be free of every line, not only of the target's family. */
  isQuiet: boolean;
};

/** Offered at once. */
const MOST = 3;

/**
 * The first windows of a year, one after another, of so many working days in which nobody plans the target or its family, nor too
 * close to them (R2); kinds that stay out of overlaps, such as a year's regular supervision, make no day busy. Fewer or none when the
 * year has no more.
 */
export function freeWindows(asked: FreeQuestion): FreeWindow[] {
  const { calendar, workingDays } = asked;
  const [start, end] = yearWindow(asked.year);
  const busy = busyDays(asked);
  const found: FreeWindow[] = [];
  const [, earliest] = [asked.from, start].toSorted();
  let windowFrom = workingDayFrom(calendar, earliest!);
  while (found.length < MOST) {
    const last = workingDays > 1 ? addWorkingDays(calendar, windowFrom, workingDays - 1) : windowFrom;
    const windowTo = addDays(last, 1);
    if (windowTo > end) break;
    const taken = busy.find((one) => one.windowFrom < windowTo && windowFrom < one.windowTo);
    if (!taken) found.push({ windowFrom, windowTo });
    windowFrom = taken ? workingDayFrom(calendar, taken.windowTo) : nextWorkingDay(calendar, last);
  }
  return found;
}

function busyDays({ targetId, kin, lines, isQuiet }: FreeQuestion): FreeWindow[] {
  const standingOf = makeStandings(kin);
  const own = { targetId, standing: standingOf(targetId) };
  return lines.flatMap((line) => {
    if (!countsForOverlap(line.kind)) return [];
    const other = { targetId: line.targetId, standing: standingOf(line.targetId) };
    const { windowFrom, windowTo } = line;
    if (!isFamily(own, other)) return isQuiet ? [{ windowFrom, windowTo }] : [];
    return [{ windowFrom: addDays(windowFrom, -SHORT_GAP_DAYS), windowTo: gapEndOf(windowTo) }];
  });
}
