import type { TestDatabase } from './database.ts';

/** A Monday morning in working hours that no run of these tests has reached: business time goes forward only. */
export const FAR_MONDAY = '2030-03-04T09:00:00+07:00';

/** The business clock stands at this instant, an ISO text with offset, whatever the day of the run. */
export async function beginAt({ ownerSql }: TestDatabase, iso: string): Promise<void> {
  await ownerSql`update clock set offset_ms = ${Date.parse(iso) - Date.now()}`;
}
