import { and, desc, eq, gt, notLike } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { auditEntry, chainHead } from '../../../db/schema/index.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { Work } from '../work.ts';

/** The last head of a pair's chain that was put before both sides; undefined: none yet. */
export async function lastHead(work: Work, pairId: number) {
  const [row] = await work.tx
    .select()
    .from(chainHead)
    .where(eq(chainHead.pairId, pairId))
    .orderBy(desc(chainHead.seq), desc(chainHead.id))
    .limit(1);
  return row;
}

/** When the first entry was written that no head covers; heads and signatures themselves do not count. Undefined: nothing new. */
export async function uncoveredSince(
  work: Work,
  pairId: number,
  chainId: number,
): Promise<DateTime | undefined> {
  const last = await lastHead(work, pairId);
  const [row] = await work.tx
    .select({ at: auditEntry.at })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.chainId, chainId),
        gt(auditEntry.seq, last?.seq ?? 0),
        notLike(auditEntry.type, 'chain.%'),
      ),
    )
    .orderBy(auditEntry.seq)
    .limit(1);
  return row && DateTime.fromISO(row.at, { zone: ZONE });
}
