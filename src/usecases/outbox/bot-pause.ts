import { eq, lte, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { botPause } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

const ONE = 1;
/** The first wait before Telegram is asked again, doubled each time. */
const FIRST_PROBE_MS = 5_000;
const LONGEST_PROBE_MS = 300_000;
/** Twice as long from here on is longer than the longest. */
const MOST_DOUBLED = 10;

/** Whether nothing is sent, by any process, since Telegram does not accept the bot. */
export async function isPaused(work: Work): Promise<boolean> {
  const rows = await work.tx.select({ id: botPause.id }).from(botPause);
  return rows.length > 0;
}

/** Telegram does not accept the bot: sending pauses. Wall time in ms. False: it was known. */
export async function pauseSending(work: Work, wallMs: number): Promise<boolean> {
  const since = DateTime.fromMillis(wallMs);
  const rows = await work.tx
    .insert(botPause)
    .values({ id: ONE, since, probeAt: since.plus(FIRST_PROBE_MS), probes: 0 })
    .onConflictDoNothing()
    .returning({ id: botPause.id });
  return rows.length > 0;
}

/** Telegram accepts it. False: it always did, or another process has said so. */
export async function resumeSending(work: Work): Promise<boolean> {
  const rows = await work.tx.delete(botPause).where(eq(botPause.id, ONE)).returning({ id: botPause.id });
  return rows.length > 0;
}

/** Takes the next probe, when it is time for one: true for one process of several. */
export async function takeProbe(work: Work, wallMs: number): Promise<boolean> {
  const wall = DateTime.fromMillis(wallMs);
  const [row] = await work.tx.select().from(botPause).where(lte(botPause.probeAt, wall)).for('update');
  if (!row) return false;
  const waitMs = Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(row.probes, MOST_DOUBLED));
  await work.tx
    .update(botPause)
    .set({ probeAt: wall.plus(waitMs), probes: sql`least(${botPause.probes} + 1, ${MOST_DOUBLED})` });
  return true;
}
