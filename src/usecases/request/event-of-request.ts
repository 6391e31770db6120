import { DateTime } from 'luxon';
import { calendarOf } from '../../domain/escalation.ts';
import { isUrgentNow } from '../../domain/noise.ts';
import { nextWorkingInstant, ZONE } from '../../domain/working-time.ts';
import { type Case, loadSessions } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

/**
 * What a notice asks about: the first session that was ahead when it was asked (`since`: at another instant, as of a day before), else
 * the first working hour of the window. Undefined: another kind of request, or it had begun before that.
 */
export async function eventOfRequest(
  work: Work,
  found: Case,
  request: Pick<Request, 'kind' | 'askedAt' | 'policy'>,
  since = request.askedAt,
): Promise<DateTime | undefined> {
  if (request.kind !== 'notice') return undefined;
  const sessions = await loadSessions(work, found.version.id);
  if (sessions.length > 0) return sessions.find((one) => one.startsAt > since)?.startsAt;
  const begins = nextWorkingInstant(
    calendarOf(work.calendar, request.policy),
    DateTime.fromISO(found.version.windowFrom, { zone: ZONE }),
  );
  return begins > since ? begins : undefined;
}

/** Whether a request goes by the rule for Khẩn now (R15). */
export async function isUrgentRequest(work: Work, found: Case, request: Request): Promise<boolean> {
  return request.urgent && isUrgentNow(request, work.now, await eventOfRequest(work, found, request));
}
