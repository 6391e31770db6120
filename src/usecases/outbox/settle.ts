import { sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import type { Work } from '../work.ts';
import { MOST_SHOWN } from './kinds.ts';

/** As many attempts as the column holds are counted. */
const MOST_COUNTED = 32_000;

/** What became of a row on the wire. `again`: pending until `atMs` (wall); `resent`: it may have arrived; `asNoTopic`: not where it was asked for. */
export type Settled =
  | { id: number; kind: 'sent'; messageId: number | null }
  | { id: number; kind: 'failed'; reason: string }
  | { id: number; kind: 'skipped'; reason: string }
  | {
      id: number;
      kind: 'again';
      atMs: number;
      resent: boolean;
      asNew?: boolean;
      asNoTopic?: boolean;
      chatId?: number;
    };

/**
 * Writes what became of one batch in one statement a kind; only rows that this owner still holds are touched.
 * Finished messages lose their text. Notices that arrived are marked delivered (R5), by an array of their ids: what deferred
 * messages may hold is guessed so large that a join would read every recipient for each batch.
 */
export async function settleOutbox(work: Work, owner: string, settled: Settled[]): Promise<void> {
  await settleSent(
    work,
    owner,
    settled.filter((o) => o.kind === 'sent'),
  );
  await settleEnded(
    work,
    owner,
    settled.filter((o) => o.kind === 'failed' || o.kind === 'skipped'),
  );
  for (const one of settled) if (one.kind === 'again') await settleAgain(work, owner, one);
}

/** The last word to somebody who was erased leaves no chat beside their bare id (C8); what has ended coalesces no more. */
const NO_CHAT_OF_ERASED = sql`coalesce_key = null,
  chat_id = case when exists (select from person p where p.id = o.person_id and p.erased_at is not null) then 0 else o.chat_id end`;

async function settleSent(
  work: Work,
  owner: string,
  rows: Extract<Settled, { kind: 'sent' }>[],
): Promise<void> {
  if (rows.length === 0) return;
  const now = work.now.toISO();
  const ids = `{${rows.map((row) => row.id).join(',')}}`;
  const messageIds = `{${rows.map((row) => row.messageId ?? 'null').join(',')}}`;
  await work.tx.execute(sql`
    with done as (
      update outbox o set state = 'sent', message_id = coalesce(v.message_id, o.edit_message_id), sent_at = ${now},
        owner = null, lease_until = null, ref = o.ref - 'message', ${NO_CHAT_OF_ERASED}
      from unnest(${ids}::bigint[], ${messageIds}::bigint[]) as v(id, message_id)
      where o.id = v.id and o.owner = ${owner} and o.state = 'sending'
      returning o.kind, o.ref),
    said as (
      select kind, ref from done
      union all
      select part->>'kind', part->'ref' from done, jsonb_array_elements(done.ref->'held') with ordinality as held(part, n)
      where n <= ${MOST_SHOWN})
    update recipient set delivered_at = ${now}
    where delivered_at is null and id = any(array(
      select (ref->>'recipientId')::int from said
      where ref->>'insteadOf' is null and kind in ('push', 'proposal', 'change', 'decision', 'approval')))`);
}

async function settleEnded(
  work: Work,
  owner: string,
  rows: Extract<Settled, { kind: 'failed' | 'skipped' }>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = sql.join(
    rows.map((row) => sql`(${row.id}::bigint, ${row.kind}::text, ${row.reason}::text)`),
    sql`, `,
  );
  await work.tx.execute(sql`
    update outbox o set state = v.state, reason = v.reason, owner = null, lease_until = null, ref = o.ref - 'message',
      ${NO_CHAT_OF_ERASED}
    from (values ${values}) as v(id, state, reason)
    where o.id = v.id and o.owner = ${owner} and o.state in ('claimed', 'sending')`);
}

async function settleAgain(
  work: Work,
  owner: string,
  row: Extract<Settled, { kind: 'again' }>,
): Promise<void> {
  await work.tx.execute(sql`
    update outbox set state = 'pending', retry_at = ${DateTime.fromMillis(row.atMs).toISO()}, attempts = least(attempts + 1, ${MOST_COUNTED}),
      resent = resent or ${row.resent}, owner = null, lease_until = null,
      edit_message_id = case when ${row.asNew ?? false} then null else edit_message_id end,
      ref = case when ${row.asNoTopic ?? false} then ref - 'threadId' else ref end,
      chat_id = coalesce(${row.chatId ?? null}::bigint, chat_id)
    where id = ${row.id} and owner = ${owner} and state in ('claimed', 'sending')`);
}
