import { DateTime } from 'luxon';
import { addDays } from './calendar-day.ts';
import { wholePeriodWords } from './window-words.ts';
import { ZONE } from './working-time.ts';

/** The languages people read; Vietnamese first. */
export type DateLocale = 'vi' | 'en';

const WEEKDAYS: Record<DateLocale, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const startOf = (day: string): DateTime => {
  const at = DateTime.fromISO(day, { zone: ZONE });
  if (!at.isValid) throw new RangeError(`"${day}" is not a day; expected YYYY-MM-DD, such as 2026-12-07`);
  return at;
};

const clockOf = (at: DateTime, locale: DateLocale): string =>
  at.toFormat(locale === 'vi' ? "HH'h'mm" : 'HH:mm');

const weekdayOf = (at: DateTime, locale: DateLocale): string => WEEKDAYS[locale][at.weekday - 1]!;

const named = (at: DateTime, locale: DateLocale, format: string): string =>
  `${weekdayOf(at, locale)} ${at.toFormat(format)}`;

/** An instant in Asia/Ho_Chi_Minh (R13): "17h00 thứ Tư 25/11/2026", "17:00 Wed 25/11/2026". */
export function showInstant(at: DateTime, locale: DateLocale): string {
  const local = at.setZone(ZONE);
  return `${clockOf(local, locale)} ${named(local, locale, 'dd/MM/yyyy')}`;
}

const NEAR_DAYS: Record<DateLocale, readonly [today: string, tomorrow: string]> = {
  vi: ['hôm nay', 'ngày mai'],
  en: ['today', 'tomorrow'],
};

/** An instant without the year of `now`: "17h00 thứ Sáu 20/11"; with its year when that is another. */
export function showInstantDated(at: DateTime, now: DateTime, locale: DateLocale): string {
  const local = at.setZone(ZONE);
  const format = local.year === now.setZone(ZONE).year ? 'dd/MM' : 'dd/MM/yyyy';
  return `${clockOf(local, locale)} ${named(local, locale, format)}`;
}

/** An instant seen from `now`: "17h00 hôm nay", "17h00 ngày mai", "17h00 thứ Sáu 20/11"; with its year when that is another. */
export function showInstantShort(at: DateTime, now: DateTime, locale: DateLocale): string {
  const local = at.setZone(ZONE);
  const today = now.setZone(ZONE).startOf('day');
  const ahead = Math.round(local.startOf('day').diff(today, 'days').days);
  const near = ahead === 0 || ahead === 1 ? NEAR_DAYS[locale][ahead] : undefined;
  return near ? `${clockOf(local, locale)} ${near}` : showInstantDated(at, now, locale);
}

/** A 'YYYY-MM-DD' day with its weekday: "thứ Hai 07/12/2026", "Mon 07/12/2026". */
export function showDay(day: string, locale: DateLocale): string {
  return named(startOf(day), locale, 'dd/MM/yyyy');
}

type ShowDay = (day: DateTime, format: string) => string;

function joinDays(from: string, toInclusive: string, show: ShowDay): string {
  if (toInclusive < from)
    throw new RangeError(`a window cannot end on ${toInclusive}, before its start ${from}`);
  const [start, end] = [startOf(from), startOf(toInclusive)];
  if (from === toInclusive) return show(start, 'dd/MM/yyyy');
  const format = start.year === end.year ? 'dd/MM' : 'dd/MM/yyyy';
  return `${show(start, format)} – ${show(end, 'dd/MM/yyyy')}`;
}

/** Days from … to, both inclusive: "thứ Hai 07/12 – thứ Sáu 11/12/2026", "tháng 3-4/2027", "quý I/2027"; one day as `showDay`. */
export function showWindow(from: string, toInclusive: string, locale: DateLocale): string {
  return (
    wholePeriodWords(from, addDays(toInclusive, 1), locale) ??
    joinDays(from, toInclusive, (day, format) => named(day, locale, format))
  );
}

/** The same without weekdays: "07/12 – 11/12/2026", "07/12/2026", "tháng 3-4/2027". */
export function showWindowShort(from: string, toInclusive: string, locale: DateLocale): string {
  return (
    wholePeriodWords(from, addDays(toInclusive, 1), locale) ??
    joinDays(from, toInclusive, (day, format) => day.toFormat(format))
  );
}
