import { and, eq, inArray, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import type { Tx } from '../../../db/client.ts';
import { outbox, person } from '../../../db/schema/index.ts';
import type { OutboxRef } from '../../domain/outbox.ts';
import type { OutboxKind } from '../enqueue.ts';
import type { Work } from '../work.ts';

/** Longer than the HTTP timeout (30 s): a lease that ran out means that its process is gone. */
export const LEASE_MS = 45_000;

export type Claimed = {
  id: number;
  pairId: number | null;
  personId: number | null;
  chatId: number;
  isGroup: boolean;
  lane: 0 | 1 | 2;
  kind: OutboxKind;
  ref: OutboxRef;
  silent: boolean;
  editMessageId: number | null;
  attempts: number;
  resent: boolean;
  locale: 'vi' | 'en';
};

/**
 * Takes up to `limit` rows that are due, at most one a chat and in order within it; rows of other owners are skipped.
 * Edits of one message are coalesced first: only the last state goes out.
 */
export async function claimOutbox(
  work: Work,
  owner: string,
  limit: number,
  wallMs: number,
): Promise<Claimed[]> {
  const wall = DateTime.fromMillis(wallMs);
  const ids = await claimIds(work, owner, limit, wall);
  if (ids.length === 0) return [];
  const rows = await work.tx
    .select({
      id: outbox.id,
      pairId: outbox.pairId,
      personId: outbox.personId,
      chatId: outbox.chatId,
      isGroup: outbox.isGroup,
      lane: outbox.lane,
      kind: outbox.kind,
      ref: outbox.ref,
      silent: outbox.silent,
      editMessageId: outbox.editMessageId,
      attempts: outbox.attempts,
      resent: outbox.resent,
      locale: person.locale,
    })
    .from(outbox)
    .leftJoin(person, eq(person.id, outbox.personId))
    .where(inArray(outbox.id, ids))
    .orderBy(outbox.lane, outbox.id);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OutboxKind,
    locale: row.locale ?? row.ref.locale ?? 'vi',
  }));
}

async function claimIds(work: Work, owner: string, limit: number, wall: DateTime): Promise<number[]> {
  const rows = await work.tx.execute<{ id: string }>(sql`
    update outbox set state = 'claimed', owner = ${owner}, lease_until = ${wall.plus(LEASE_MS).toISO()},
      edit_message_id = case when edit_message_id is null and attempts = 0
        then (select made.message_id from outbox made where made.id = (outbox.ref->>'editOf')::bigint)
        else edit_message_id end
    where id in (
      select o.id from outbox o
      where o.state = 'pending' and o.not_before <= ${work.now.toISO()}
        and (o.retry_at is null or o.retry_at <= ${wall.toISO()})
        and not exists (
          select 1 from outbox e where e.chat_id = o.chat_id
            and (e.state in ('claimed', 'sending')
              or (e.state = 'pending' and e.id < o.id and e.not_before <= ${work.now.toISO()})))
      order by o.lane, o.id limit ${limit}
      for update of o skip locked)
      and state = 'pending'
    returning id`);
  return rows.map((row) => Number(row.id));
}

/** Drops pending edits that a later edit of the same message overtakes; called before rows are claimed. */
export async function coalesceEdits(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update outbox o set state = 'skipped', reason = 'overtaken', ref = '{}'
    where o.state = 'pending' and o.coalesce_key is not null
      and exists (select 1 from outbox l where l.coalesce_key = o.coalesce_key and l.state = 'pending' and l.id > o.id)`);
}

/** Puts rows on the wire: only these are "unknown" after a crash. Returns those still claimed by this owner. */
export async function markSending(work: Work, owner: string, ids: number[]): Promise<Set<number>> {
  const rows = await work.tx
    .update(outbox)
    .set({ state: 'sending' })
    .where(and(inArray(outbox.id, ids), eq(outbox.owner, owner), eq(outbox.state, 'claimed')))
    .returning({ id: outbox.id });
  return new Set(rows.map((row) => row.id));
}

/** Hands back claimed rows that were not sent. */
export async function release(work: Work, owner: string, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await work.tx
    .update(outbox)
    .set({ state: 'pending', owner: null, leaseUntil: null })
    .where(and(inArray(outbox.id, ids), eq(outbox.owner, owner), eq(outbox.state, 'claimed')));
}

/** Returns what a dead process left: claimed rows as they were; rows on the wire as "sent again", since nobody knows. */
export async function reviveLeases(work: Work, wallMs: number): Promise<number> {
  const rows = await work.tx.execute(sql`
    update outbox set resent = resent or state = 'sending', state = 'pending', owner = null, lease_until = null
    where state in ('claimed', 'sending') and lease_until < ${DateTime.fromMillis(wallMs).toISO()}
    returning id`);
  return rows.length;
}
