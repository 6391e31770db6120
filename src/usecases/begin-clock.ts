import { and, eq, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { clock } from '../../db/schema/index.ts';
import type { Office } from './begin-work.ts';

/**
 * Lets business time begin at an instant, also a past one, while nothing has happened: no row but days off. False: something has,
 * and nothing was changed; from then on time goes forward only.
 */
export async function beginClock(office: Office, at: DateTime): Promise<boolean> {
  const offsetMs = Math.ceil(at.toMillis() - office.wallNow());
  const begun = await office.work({ pairs: [] }, (work) =>
    work.tx
      .update(clock)
      .set({ offsetMs })
      .where(and(eq(clock.id, 1), sql`nothing_happened()`))
      .returning({ id: clock.id }),
  );
  return begun.length > 0;
}
