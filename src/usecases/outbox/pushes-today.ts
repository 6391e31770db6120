import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { outbox } from '../../../db/schema/index.ts';
import type { Push } from '../../domain/noise.ts';
import type { Work } from '../work.ts';

/**
 * What has gone, or is about to go, to each person today and makes a sound: notices and digests, no answers (lane 0). What waits
 * since an earlier day, as after a downtime, goes today.
 */
export const pushesToday = (work: Work, people: number[]): Promise<Map<number, Push[]>> =>
  pushesSince(work, people, work.now.startOf('day'));

/** The same since the week began. */
export const pushesThisWeek = (work: Work, people: number[]): Promise<Map<number, Push[]>> =>
  pushesSince(work, people, work.now.startOf('week'));

async function pushesSince(work: Work, people: number[], from: DateTime): Promise<Map<number, Push[]>> {
  if (people.length === 0) return new Map();
  const to = work.now.startOf('day').plus({ days: 1 });
  const at = sql`coalesce(${outbox.sentAt}, greatest(${outbox.notBefore}, ${work.now.toISO()}))`;
  const rows = await work.tx
    .select({ personId: outbox.personId, isSilent: outbox.silent })
    .from(outbox)
    .where(
      and(
        inArray(outbox.personId, people),
        sql`${outbox.lane} > 0 and not ${outbox.silent}`,
        isNull(outbox.editMessageId),
        inArray(outbox.state, ['pending', 'claimed', 'sending', 'sent']),
        sql`${at} >= ${from.toISO()} and ${at} < ${to.toISO()}`,
      ),
    );
  const pushes = new Map<number, Push[]>();
  for (const row of rows) pushes.set(row.personId!, [...(pushes.get(row.personId!) ?? []), row]);
  return pushes;
}
