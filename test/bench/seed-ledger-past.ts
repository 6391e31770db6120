import type { Sql } from 'postgres';

/**
 * Two audit entries an exchange, with the values behind the digests of the first. Their hashes are made up, since each real one
 * hangs on the one before: the chains have the length and the size of real ones, and would not verify.
 */
export async function addAudit(sql: Sql): Promise<void> {
  await sql`
    insert into audit_chain (pair_id, name, seq, hash)
    select pair_id, 'pair-' || pair_id, 2 * count(*), ${hashOf(sql, sql`pair_id`, sql`2 * count(*)`)} from exchange group by pair_id`;
  await sql`
    insert into audit_entry (chain_id, seq, pair_id, exchange_id, at, type, body, salt, prev_hash, hash)
    select chain.id, happened.seq, pair_id, entry.id, to_char(logged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), type, body,
      left(md5(entry.id || type), 22),
      ${hashOf(sql, sql`pair_id`, sql`happened.seq - 1`)}, ${hashOf(sql, sql`pair_id`, sql`happened.seq`)}
    from exchange entry join audit_chain chain using (pair_id)
    cross join lateral (values
      (2 * ${NTH(sql)} + 1, 'exchange.logged', jsonb_build_object('by', logged_by, 'exchange', entry.id, 'inspection', null,
        'code', code, 'side', logged_side, 'from', from_side, 'channel', channel, 'nature', nature, 'day', document_day,
        'due', answer_due_at, 'answers', null, 'supersedes', null, 'about', null, 'insisted', false,
        'symbol', 'sha256:' || encode(sha256(convert_to(entry.id || 'symbol', 'UTF8')), 'hex'),
        'subject', 'sha256:' || encode(sha256(convert_to(entry.id || 'subject', 'UTF8')), 'hex'))::text),
      (2 * ${NTH(sql)} + 2, 'exchange.crossed',
        jsonb_build_object('by', null, 'exchange', entry.id, 'inspection', null, 'side', logged_side)::text)
    ) as happened (seq, type, body)
    order by entry.id, happened.seq`;
  await sql`
    insert into audit_value (chain_id, seq, field, salt, value)
    select chain.id, 2 * ${NTH(sql)} + 1, field, left(md5(entry.id || field), 22), value
    from exchange entry join audit_chain chain using (pair_id)
    cross join lateral (values ('symbol', symbol), ('subject', subject)) as kept (field, value)
    where value is not null order by entry.id`;
}

/** How many entries of its pair went before: the pairs take turns. */
const NTH = (sql: Sql) => sql`((entry.id - 1) / (select count(*) from ledger_seat)::integer)`;

const hashOf = (sql: Sql, pair: ReturnType<typeof NTH>, seq: ReturnType<typeof NTH>) =>
  sql`encode(sha256(convert_to(${pair} || ':' || ${seq}, 'UTF8')), 'hex')`;

/** What was said of the entries of the last 90 days; what is older has been forgotten. */
export const addSaid = (sql: Sql, now: string) => sql`
  insert into outbox (pair_id, person_id, chat_id, lane, kind, ref, silent, state, not_before, message_id, created_at, sent_at)
  select pair_id, person_id, chat_id, case kind when 'exchange' then 1 else 2 end, kind, jsonb_build_object('exchangeId', told.id),
    kind <> 'exchange', 'sent', crosses_at, 10 + 2 * told.id, logged_at, crosses_at
  from (
    select exchange.*, kind, case when (kind = 'exchange') = (logged_side = 'a') then b_id else a_id end as person_id
    from exchange join ledger_seat using (pair_id) cross join (values ('exchange'), ('exchange-state')) as said (kind)
    where logged_at > ${now}::timestamptz - interval '90 days') as told
  join telegram_account using (person_id)
  order by told.id`;
