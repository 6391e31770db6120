import { sql } from 'drizzle-orm';
import { idList } from '../outbox/claim.ts';
import type { Work } from '../work.ts';

/**
 * Those asked by these requests whom nothing has reached while what asks them still waits to go out (ids of recipients): Telegram is
 * away, and nothing counts against them. What is deferred for an absence, and what can reach nobody any more, is not on its way.
 */
export async function unreachedOf(work: Work, requestIds: number[]): Promise<Set<number>> {
  if (requestIds.length === 0) return new Set();
  // By the chat, along the index of what is live.
  const rows = await work.tx.execute<{ id: number }>(sql`
    select r.id from recipient r
    join telegram_account t on t.person_id = r.person_id and t.state <> 'revoked'
    join outbox o on o.chat_id = t.chat_id and o.state in ('pending', 'claimed', 'sending')
    where r.request_id = any(${idList(requestIds)}::int[]) and r.delivered_at is null
      and o.kind in ('push', 'proposal', 'change', 'decision', 'approval') and o.not_before <= ${work.now.toISO()}
      and (o.ref->>'recipientId')::int = r.id and o.ref->>'awayId' is null and o.ref->>'insteadOf' is null`);
  return new Set(rows.map((row) => row.id));
}
