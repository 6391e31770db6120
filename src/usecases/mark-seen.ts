import { updateSeen } from '../../db/schema/index.ts';
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
