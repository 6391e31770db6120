import { type SQL, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import type { Tx } from '../../../db/client.ts';
import { LANE, type Lane, sharesOf } from '../../domain/lanes.ts';
import type { Says } from '../../domain/noise.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import { gatherDeferred } from '../absence/gather-deferred.ts';
import type { Work } from '../work.ts';
import { readTold, type Told } from './kinds.ts';

/** Longer than the HTTP timeout (30 s): a lease that ran out means that its process is gone. */
export const LEASE_MS = 45_000;

/** A row that was taken up, whatever it says. */
export type ClaimedHead = {
  id: number;
  pairId: number | null;
  personId: number | null;
  chatId: number;
  isGroup: boolean;
  /** The topic of a group; null: none. */
  threadId: number | null;
  lane: Lane;
  says: Says;
  silent: boolean;
  editMessageId: number | null;
  attempts: number;
  resent: boolean;
  /** When it was to go, by business time in ms; absent: now. */
  dueMs?: number;
  locale: 'vi' | 'en';
  /** What it refers to is of no kind that this version knows: nothing can be composed of it. */
  isUnread?: true;
};

/** A row that was taken up, with what it refers to by its kind. */
export type Claimed<Kind extends OutboxKind = OutboxKind> = { [One in Kind]: ClaimedHead & Told<One> }[Kind];

/** The same row about something else, or a part of it. */
export const claimedAs = <Kind extends OutboxKind>(row: ClaimedHead, told: Told<Kind>): Claimed<Kind> =>
  ({ ...row, ...told }) as Claimed<Kind>;

/**
 * Takes up to `limit` rows that are due, at most one a chat; rows of other owners are skipped. First what the slots from `at` on
 * (domain/lanes.ts) set aside for notices and digests, then the lanes in their order; within a lane whoever has the least waiting.
 * A group is spoken to in the language of whoever bound it. The state is checked once more in a way that no partial index answers:
 * by that of pending rows every one of them would be looked at for the few that are taken.
 * What was deferred for somebody who is back comes as one row.
 * `coalesceEdits` comes first in the same transaction.
 */
export async function claimOutbox(
  work: Work,
  owner: string,
  limit: number,
  wallMs: number,
  at = 0,
): Promise<Claimed[]> {
  const wall = DateTime.fromMillis(wallMs);
  const { notices, digests } = sharesOf(limit, at);
  const due = isDue(work.now.toISO()!, wall.toISO()!);
  const rows = await work.tx.execute<RawClaimed>(sql`
    with notices as materialized (${firstOf(sql`o.lane = ${LANE.notice} and ${due}`, sql`${notices}`)}),
    digests as materialized (${firstOf(sql`o.lane = ${LANE.digest} and ${due}`, sql`${digests}`)}),
    own as materialized (select array(select id from notices union all select id from digests) as ids),
    rest as materialized (${firstOf(
      sql`${due} and o.id <> all((select ids from own)::bigint[])`,
      sql`${limit} - (select cardinality(ids) from own)`,
    )}),
    found as materialized (select * from notices union all select * from digests union all select * from rest),
    taken as (
      update outbox set state = 'claimed', owner = ${owner}, lease_until = ${wall.plus(LEASE_MS).toISO()},
        edit_message_id = case when edit_message_id is null and attempts = 0
          then (select made.message_id from outbox made where made.id = (outbox.ref->>'editOf')::bigint)
          else edit_message_id end
      where id = any(array(
          select f.id from found f where not exists (select from found e where e.chat_id = f.chat_id and e.id < f.id)))
        and state || '' = 'pending'
      returning *)
    select t.id, t.pair_id, t.person_id, t.chat_id, t.is_group, t.lane, t.kind, t.ref, t.says, t.silent, t.edit_message_id,
      t.attempts, t.resent, extract(epoch from t.not_before)::float8 * 1000 as due_ms, coalesce(p.locale, t.ref->>'locale', binder.locale, 'vi') as locale,
      coalesce((t.ref->>'threadId')::bigint, g.thread_id) as thread_id
    from taken t left join person p on p.id = t.person_id
      left join group_chat g on t.is_group and g.chat_id = t.chat_id and g.left_at is null
      left join person binder on binder.id = g.bound_by
    order by t.lane, t.place, t.id`);
  return gatherDeferred(work, rows.map(toClaimed));
}

/**
 * A row waits for what its chat was to get before it, in its own lane and in those before. So an answer does not wait behind a
 * broadcast's notice to the same chat, a notice not behind answers that came after it, and an edit not before what it edits.
 */
const isDue = (now: string, wall: string): SQL => sql`o.state = 'pending' and o.not_before <= ${now}
  and (o.retry_at is null or o.retry_at <= ${wall})
  and not exists (
    select from outbox e where e.chat_id = o.chat_id and e.state in ('pending', 'claimed', 'sending')
      and (e.state <> 'pending' or (e.id < o.id and e.lane <= o.lane and e.not_before <= ${now})) offset 0)`;

const firstOf = (which: SQL, limit: SQL): SQL => sql`
  select o.id, o.chat_id from outbox o where ${which} order by o.lane, o.place, o.id limit ${limit}
  for update of o skip locked`;

type RawClaimed = {
  id: string;
  pair_id: number | null;
  person_id: number | null;
  chat_id: string;
  is_group: boolean;
  thread_id: string | null;
  lane: Claimed['lane'];
  kind: string;
  ref: unknown;
  says: Says;
  silent: boolean;
  edit_message_id: string | null;
  attempts: number;
  resent: boolean;
  due_ms: number;
  locale: Claimed['locale'];
};

function toClaimed(row: RawClaimed): Claimed {
  const told = readTold(row.kind, row.ref);
  if (told) return claimedAs(headOf(row), told);
  return { ...headOf(row), kind: row.kind, ref: row.ref, isUnread: true } as Claimed;
}

const headOf = (row: RawClaimed): ClaimedHead => ({
  id: Number(row.id),
  pairId: row.pair_id,
  personId: row.person_id,
  chatId: Number(row.chat_id),
  isGroup: row.is_group,
  threadId: row.thread_id === null ? null : Number(row.thread_id),
  lane: row.lane,
  says: row.says,
  silent: row.silent,
  editMessageId: row.edit_message_id === null ? null : Number(row.edit_message_id),
  attempts: row.attempts,
  resent: row.resent,
  dueMs: row.due_ms,
  locale: row.locale,
});

/**
 * Drops pending edits that a later edit of the same message overtakes; called before rows are claimed, in one round trip with
 * the settings that the claim needs: the table's statistics are from before a broadcast or from after one, and the plan they
 * suggest looks at every pending row for every row (4 s a claim with 9,000 pending; along the indexes 1 ms). Forbidding a sort makes
 * the plan look dear enough to be compiled, which takes longer than a second: so not that either.
 */
export async function coalesceEdits(tx: Tx): Promise<void> {
  await tx.execute(
    sql.raw(`
      set local enable_bitmapscan = off;
      set local enable_sort = off;
      set local jit = off;
      update outbox o set state = 'skipped', reason = 'overtaken', ref = '{}'
      where o.state = 'pending' and o.coalesce_key is not null
        and exists (select from outbox l where l.coalesce_key = o.coalesce_key and l.state = 'pending' and l.id > o.id)`),
  );
}

/** What is composed after a claim is planned as ever: a digest's queries are not those of a claim. */
export async function planFreely(tx: Tx): Promise<void> {
  await tx.execute(sql.raw('set local enable_bitmapscan to default; set local enable_sort to default'));
}

/**
 * Puts rows on the wire: only these are "unknown" after a crash. With `wallMs` their lease starts anew, so that it outlasts
 * the HTTP timeout whatever the wait for a slot was. Returns those still claimed by this owner.
 */
export async function markSending(
  work: Work,
  owner: string,
  ids: number[],
  wallMs?: number,
): Promise<Set<number>> {
  const lease = wallMs === undefined ? null : DateTime.fromMillis(wallMs + LEASE_MS).toISO();
  const rows = await work.tx.execute<{ id: string }>(sql`
    update outbox set state = 'sending', lease_until = coalesce(${lease}::timestamptz, lease_until)
    where id = any(${idList(ids)}) and owner = ${owner} and state = 'claimed'
    returning id`);
  return new Set(rows.map((row) => Number(row.id)));
}

/** Hands back claimed rows that were not sent. */
export async function release(work: Work, owner: string, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await work.tx.execute(sql`
    update outbox set state = 'pending', owner = null, lease_until = null
    where id = any(${idList(ids)}) and owner = ${owner} and state = 'claimed'`);
}

/** One parameter for any number of ids. */
export const idList = (ids: number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`;

/** Returns what a dead process left: claimed rows as they were; rows on the wire as "sent again", since nobody knows. */
export async function reviveLeases(work: Work, wallMs: number): Promise<number> {
  const rows = await work.tx.execute(sql`
    update outbox set resent = resent or state = 'sending', state = 'pending', owner = null, lease_until = null
    where state in ('claimed', 'sending') and lease_until < ${DateTime.fromMillis(wallMs).toISO()}
    returning id`);
  return rows.length;
}
