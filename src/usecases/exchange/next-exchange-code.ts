import { sql } from 'drizzle-orm';
import { exchangeCounter } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

/** The next code of a pair and year, "TĐ-2026-001"; never reused. Its row stays locked until the commit: loggings of a pair queue here. */
export async function nextExchangeCode(work: Work, pairId: number): Promise<string> {
  const { year } = work.now;
  const [row] = await work.tx
    .insert(exchangeCounter)
    .values({ pairId, year, last: 1 })
    .onConflictDoUpdate({
      target: [exchangeCounter.pairId, exchangeCounter.year],
      set: { last: sql`${exchangeCounter.last} + 1` },
    })
    .returning({ last: exchangeCounter.last });
  return `TĐ-${year}-${String(row!.last).padStart(3, '0')}`;
}
