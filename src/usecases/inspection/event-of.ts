import { DateTime } from 'luxon';
import { calendarOf } from '../../domain/escalation.ts';
import { nextWorkingInstant, ZONE } from '../../domain/working-time.ts';
import type { Work } from '../work.ts';
import { type Case, loadSessions } from './load-case.ts';

/**
 * What comes next of it: the first session ahead, else the first working hour of the window. Undefined: it has begun and no
 * session is ahead, so that no deadline is measured against the past.
 */
export async function eventOf(work: Work, found: Case): Promise<DateTime | undefined> {
  const sessions = await loadSessions(work, found.version.id);
  const ahead = sessions.find((session) => session.startsAt > work.now);
  if (ahead) return ahead.startsAt;
  if (sessions.length > 0) return undefined;
  const begins = nextWorkingInstant(
    calendarOf(work.calendar, found.pair.policy),
    DateTime.fromISO(found.version.windowFrom, { zone: ZONE }),
  );
  return begins > work.now ? begins : undefined;
}
