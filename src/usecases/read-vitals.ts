import { sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import type { Vitals } from '../domain/heartbeat.ts';
import { LANE } from '../domain/lanes.ts';
import { workingMinutesBetween, ZONE } from '../domain/working-time.ts';
import { isPaused } from './outbox/bot-pause.ts';
import type { Work } from './work.ts';

/** Whether Telegram accepts the bot, how old the oldest due message is that is not for a stranger, in seconds, and how many working minutes the oldest digest is late; needs sight of all pairs. */
export async function readVitals(
  work: Work,
): Promise<Pick<Vitals, 'isBotAccepted' | 'outboxOldestSeconds' | 'digestLateMinutes'>> {
  const now = work.now.toISO();
  const [row] = await work.tx.execute<{ oldest: string | null; digest: string | null }>(sql`
    select
      (select extract(epoch from ${now}::timestamptz - min(not_before)) from outbox
        where state = 'pending' and lane <> ${LANE.stranger} and not_before <= ${now}) as oldest,
      (select min(due_at)::text from digest_slot where state = 'pending' and due_at <= ${now}) as digest`);
  const due = row!.digest === null ? undefined : DateTime.fromSQL(row!.digest, { zone: ZONE });
  return {
    isBotAccepted: !(await isPaused(work)),
    outboxOldestSeconds: Number(row!.oldest ?? 0),
    digestLateMinutes: due ? workingMinutesBetween(work.calendar, due, work.now) : 0,
  };
}
