import { DateTime } from 'luxon';
import { ZONE } from '../domain/working-time.ts';

/** "07/12/2026", "12/3/2026", "05/02/2026": a zero stands before days under 10 and before the months 1 and 2 only. */
export const shownDay = (day: string): string => onPaper(DateTime.fromISO(day, { zone: ZONE }));

/** "08 giờ 00 ngày 12/3/2026". */
export const shownHour = (at: DateTime): string => {
  const local = at.setZone(ZONE);
  return `${local.toFormat("HH 'giờ' mm")} ngày ${onPaper(local)}`;
};

/** A month as it is written on paper: "02", "3", "12". */
export const paperMonth = (month: number): string => (month < 3 ? `0${month}` : String(month));

const onPaper = (at: DateTime): string => `${at.toFormat('dd')}/${paperMonth(at.month)}/${at.year}`;
