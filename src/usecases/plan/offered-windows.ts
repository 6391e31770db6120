import { eq } from 'drizzle-orm';
import { target } from '../../../db/schema/index.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { type FreeWindow, freeWindows } from '../../domain/plan-free.ts';
import type { Work } from '../work.ts';
import { heldInspections } from './held-inspections.ts';
import { liveItems, type Opened } from './load-finding.ts';

/** Of a gap, a week. */
const USUAL_DAYS = 5;

/**
 * Days to choose from: of a merge those of both lines; else days of the plan's year in which neither side is at that organisation
 * nor anywhere else (R3), as many working days as the line has now. `windowTo` excluded.
 */
export async function offeredWindows(
  work: Work,
  found: Opened,
  { how, itemId }: { how: string; itemId?: number },
): Promise<FreeWindow[]> {
  const days = found.lines.map(({ windowFrom, windowTo }) => ({ windowFrom, windowTo }));
  if (how === 'merge') return days;
  const { plan, pair } = found.planned;
  const line = found.lines.find((one) => one.id === itemId);
  const targetId = line?.targetId ?? found.finding.targetId;
  if (targetId === null) return [];
  const calendar = calendarOf(work.calendar, pair.policy);
  const planned = (await liveItems(work, plan.id)).filter((one) => one.id !== itemId);
  const held = await heldInspections(work, plan);
  const lines = [...planned, ...held.map((one) => ({ ...one, id: -one.versionId, side: null }))];
  const asked = {
    ...{ targetId, lines, calendar, year: plan.year },
    kin: await work.tx.select().from(target).where(eq(target.pairId, plan.pairId)),
    from: addDays(work.now.toISODate()!, 1),
    workingDays: line ? workingDaysOf(calendar, line) : USUAL_DAYS,
  };
  const quiet = freeWindows({ ...asked, isQuiet: true });
  return quiet.length > 0 ? quiet : freeWindows({ ...asked, isQuiet: false });
}

function workingDaysOf(
  calendar: Parameters<typeof isWorkingDay>[0],
  { windowFrom, windowTo }: FreeWindow,
): number {
  let days = 0;
  for (let day = windowFrom; day < windowTo; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) days += 1;
  return Math.max(days, 1);
}
