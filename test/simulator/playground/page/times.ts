import { languageNow } from './words.ts';

const WEEKDAYS = {
  vi: {
    Mon: 'thứ Hai',
    Tue: 'thứ Ba',
    Wed: 'thứ Tư',
    Thu: 'thứ Năm',
    Fri: 'thứ Sáu',
    Sat: 'thứ Bảy',
    Sun: 'Chủ nhật',
  },
  en: { Mon: 'Mon', Tue: 'Tue', Wed: 'Wed', Thu: 'Thu', Fri: 'Fri', Sat: 'Sat', Sun: 'Sun' },
} as const;

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(FORMAT.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** "08h00" or "08:00", in Asia/Ho_Chi_Minh. */
export function clockOf(at: Date): string {
  const { hour, minute } = partsOf(at);
  return `${hour}${languageNow() === 'vi' ? 'h' : ':'}${minute}`;
}

/** "thứ Tư 25/11/2026" or "Wed 25/11/2026", in Asia/Ho_Chi_Minh. */
export function dayOf(at: Date): string {
  const { weekday, day, month, year } = partsOf(at);
  return `${WEEKDAYS[languageNow()][weekday as 'Mon']} ${day}/${month}/${year}`;
}

/** "08h00 thứ Tư 25/11/2026". */
export const instantOf = (at: Date): string => `${clockOf(at)} ${dayOf(at)}`;
