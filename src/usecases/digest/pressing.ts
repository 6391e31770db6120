import { DateTime } from 'luxon';
import { addWorkingDays } from '../../domain/calendar.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { Task } from '../view/list-tasks.ts';
import type { Work } from '../work.ts';

/**
 * Whether something is worth a morning's digest: overdue, due by the end of the next working day, or a head of the chain put
 * today. The rest waits for the week.
 */
export const isPressing = (work: Work, task: Task): boolean =>
  task.kind === 'head'
    ? task.shownAt.hasSame(work.now, 'day')
    : task.dueAt !== null && task.dueAt < endOfNextWorkingDay(work);

/** Whether a morning's digest makes a sound for it: not for what has been overdue since before the last working day, which it said then. */
export const isNews = (work: Work, task: Task): boolean =>
  isPressing(work, task) && (task.dueAt === null || task.dueAt >= startOfLastWorkingDay(work));

function startOfLastWorkingDay({ calendar, now }: Pick<Work, 'calendar' | 'now'>): DateTime {
  const last = addWorkingDays(calendar, now.setZone(ZONE).toISODate()!, -1);
  return DateTime.fromISO(last, { zone: ZONE });
}

/** The midnight after the next working day. */
export function endOfNextWorkingDay({ calendar, now }: Pick<Work, 'calendar' | 'now'>): DateTime {
  const next = addWorkingDays(calendar, now.setZone(ZONE).toISODate()!, 1);
  return DateTime.fromISO(addDays(next, 1), { zone: ZONE });
}
