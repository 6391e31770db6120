import { MakeTime, SearchMoonPhase, SearchSunLongitude } from 'astronomy-engine';
import { addDays } from '../../src/domain/calendar-day.ts';

/** A month of the moon is over after so many days at the latest; a search for the next new moon needs a little less. */
const AFTER_NEW_MOON_DAYS = 20;

const localDay = (at: Date, utcHours: number): string =>
  new Date(at.getTime() + utcHours * 3_600_000).toISOString().slice(0, 10);

/**
 * The day, 'YYYY-MM-DD', of the `day`-th of a lunar month in a year without a leap month before it, from the new moons at an offset from
 * UTC: the eleventh month is the one with the winter solstice. Throws RangeError where a leap month may stand before it.
 */
export function lunarDay(year: number, month: number, day: number, utcHours = 7): string {
  const solstice = solsticeOf(year - 1, utcHours);
  const starts = newMoons(year - 1, utcHours);
  const eleventh = starts.findLastIndex((start) => start <= solstice);
  const next = starts.findLastIndex((start) => start <= solsticeOf(year, utcHours));
  // With thirteen months between two solstices one is a leap month; those of 2025 to 2030 are all after the third.
  if (next - eleventh > 12 && month > 3) throw new RangeError(`${year} has a leap month`);
  return addDays(starts[eleventh + 1 + month]!, day - 1);
}

const solsticeOf = (year: number, utcHours: number): string =>
  localDay(SearchSunLongitude(270, new Date(Date.UTC(year, 11, 1)), 40)!.date, utcHours);

/** The days of new moon from November of a year to the end of the next. */
function newMoons(year: number, utcHours: number): string[] {
  const days: string[] = [];
  for (let at = MakeTime(new Date(Date.UTC(year, 10, 1))); at.date.getTime() < Date.UTC(year + 2, 0, 1); ) {
    const moon = SearchMoonPhase(0, at, 40)!;
    days.push(localDay(moon.date, utcHours));
    at = moon.AddDays(AFTER_NEW_MOON_DAYS);
  }
  return days;
}
