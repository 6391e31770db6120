import { eq } from 'drizzle-orm';
import { insertMany } from '../../db/insert-many.ts';
import { calendarDay } from '../../db/schema/index.ts';
import { type CalendarDay, defaultCalendarDays } from '../domain/calendar.ts';
import { groupBy } from './group-by.ts';
import { differing, type Import } from './import-org-change.ts';

/**
 * The file's list of a year is the whole year's list: days that are not in it leave the table. Years it does not name stay; into an
 * empty table they come from the defaults. Says whether anything changed, so that open due instants are computed again (R14).
 */
export async function storeCalendar(
  at: Import,
  stored: CalendarDay[],
  given: CalendarDay[] = [],
): Promise<boolean> {
  const named = new Set(given.map(yearOf));
  const kept = stored.filter((one) => !named.has(yearOf(one)));
  const known = new Set([...given, ...kept].map(yearOf));
  const wanted = [...given, ...kept, ...defaultCalendarDays.filter((one) => !known.has(yearOf(one)))];
  const before = new Map(stored.map((one) => [one.day, one]));
  const changed = wanted.filter((one) => {
    const old = before.get(one.day);
    before.delete(one.day);
    return !old || differing(old, one).length > 0;
  });
  for (const day of before.keys()) await at.work.tx.delete(calendarDay).where(eq(calendarDay.day, day));
  await insertMany(
    at.work.tx,
    calendarDay,
    changed.filter((one) => !stored.some((old) => old.day === one.day)),
  );
  for (const one of changed)
    await at.work.tx.update(calendarDay).set(one).where(eq(calendarDay.day, one.day));
  tellYears(at, [...changed, ...before.values()], stored);
  return changed.length + before.size > 0;
}

function tellYears(at: Import, touched: CalendarDay[], stored: CalendarDay[]): void {
  for (const [year, days] of groupBy(touched, yearOf)) {
    const kind = stored.some((one) => yearOf(one) === year) ? 'changed' : 'added';
    const name = String(year);
    at.changes.push({
      what: 'calendar',
      kind,
      id: year,
      pairId: null,
      name,
      facts: { days: days.map((one) => one.day) },
    });
  }
}

const yearOf = ({ day }: CalendarDay): number => Number(day.slice(0, 4));
