import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import type { Database, Scope } from '../../db/client.ts';
import { calendarDay, clock } from '../../db/schema/index.ts';
import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import type { Work } from './work.ts';

/** Opens transactions for use cases: business time read from its row, the calendar kept for a minute. */
export type Office = {
  db: Database;
  work<T>(scope: Scope, fn: (work: Work) => Promise<T>): Promise<T>;
  /** Wall time in ms; leases, budgets and backoff go by it. */
  wallNow(): number;
  /** Drops the cached calendar: the operator imported another. */
  forgetCalendar(): void;
};

const CALENDAR_KEPT_MS = 60_000;

export function openOffice(db: Database, wallNow: () => number = Date.now): Office {
  let calendar: { value: Calendar; until: number } | undefined;
  const loadCalendar = async (tx: Work['tx']): Promise<Calendar> => {
    if (calendar && calendar.until > wallNow()) return calendar.value;
    const value = makeCalendar(await tx.select().from(calendarDay));
    calendar = { value, until: wallNow() + CALENDAR_KEPT_MS };
    return value;
  };
  return {
    db,
    wallNow,
    forgetCalendar: () => {
      calendar = undefined;
    },
    work: (scope, fn) =>
      db.tx(scope, async (tx) => {
        const [row] = await tx.select({ offsetMs: clock.offsetMs }).from(clock).where(eq(clock.id, 1));
        const now = DateTime.fromMillis(wallNow() + (row?.offsetMs ?? 0), { zone: 'Asia/Ho_Chi_Minh' });
        return fn({
          tx,
          now,
          calendar: await loadCalendar(tx),
          random: (bytes) => randomBytes(bytes).toString('base64url'),
        });
      }),
  };
}
