import { and, eq, sql } from 'drizzle-orm';
import { updateFailure, updateSeen } from '../../db/schema/index.ts';
import type { Work } from './work.ts';

/** Enters (bot, update) in the effect's own transaction; false: its effect is committed already. */
export async function markSeen(
  work: Work,
  botId: number,
  updateId: number,
  outcome: 'done' | 'failed' = 'done',
): Promise<boolean> {
  const rows = await work.tx
    .insert(updateSeen)
    .values({ botId, updateId, seenAt: work.now, outcome })
    .onConflictDoNothing()
    .returning({ updateId: updateSeen.updateId });
  return rows.length > 0;
}

/** Counts a failure by a bug; returns how often this update has failed, this time included. */
export async function countFailure(work: Work, botId: number, updateId: number): Promise<number> {
  const [row] = await work.tx
    .insert(updateFailure)
    .values({ botId, updateId, times: 1, lastAt: work.now })
    .onConflictDoUpdate({
      target: [updateFailure.botId, updateFailure.updateId],
      set: { times: sql`${updateFailure.times} + 1`, lastAt: work.now },
    })
    .returning({ times: updateFailure.times });
  return row!.times;
}

/** Forgets the failures of an update that went well in the end. */
export async function forgetFailure(work: Work, botId: number, updateId: number): Promise<void> {
  await work.tx
    .delete(updateFailure)
    .where(and(eq(updateFailure.botId, botId), eq(updateFailure.updateId, updateId)));
}
