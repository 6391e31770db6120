import { sql } from 'drizzle-orm';
import type { Work } from '../work.ts';

/** Whether an entry has reached nobody of the side that is to act on it, while what tells them still waits to go out. */
export async function isUnreached(work: Work, exchangeId: number): Promise<boolean> {
  const [row] = await work.tx.execute<{ waits: boolean | null }>(sql`
    select bool_and(state <> 'sent') and bool_or(state in ('pending', 'claimed', 'sending') and ref->>'awayId' is null) as waits
    from outbox
    where ref->>'exchangeId' is not null and (ref->>'exchangeId')::int = ${exchangeId} and kind = 'exchange'
      and ref->>'insteadOf' is null and not_before <= ${work.now.toISO()}`);
  return row?.waits ?? false;
}
