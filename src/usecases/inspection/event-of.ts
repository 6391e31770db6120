import { DateTime } from 'luxon';
import { nextWorkingInstant, ZONE } from '../../domain/working-time.ts';
import type { Work } from '../work.ts';
import { type Case, loadSessions } from './load-case.ts';

/** When it begins: the first session, else the first working hour of the window. */
export async function eventOf(work: Work, found: Case): Promise<DateTime> {
  const [first] = await loadSessions(work, found.version.id);
  if (first) return first.startsAt;
  return nextWorkingInstant(work.calendar, DateTime.fromISO(found.version.windowFrom, { zone: ZONE }));
}
