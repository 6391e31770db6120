import type { Sql } from 'postgres';
import type { Owed } from './history.ts';

/** Reads what there was to be said from the tables of the business alone; `nowMs` is business time. */
export async function readOwed(sql: Sql, nowMs: number): Promise<Owed> {
  const now = new Date(nowMs).toISOString();
  return {
    asked: await readAsked(sql),
    steps: await readSteps(sql),
    entries: await readEntries(sql, now),
    entrySteps: await readEntrySteps(sql),
    digests: await readDigests(sql),
    members: await readMembers(sql),
    overdue: await readOverdue(sql, now),
    answers: await readAnswers(sql),
  };
}

/** Business ms of a column, undefined for null. */
const ms = (sql: Sql, column: string) => sql.unsafe(`extract(epoch from ${column})::float8 * 1000`);

const orUndefined = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as T;

async function readAsked(sql: Sql): Promise<Owed['asked']> {
  const rows = await sql<Owed['asked']>`
    select q.id as "requestId", q.inspection_id as "inspectionId", q.kind, coalesce(i.code, '') as code, q.pair_id as "pairId",
      r.side, a.chat_id::float8 as "chatId", p.name, ${ms(sql, 'q.asked_at')} as "askedAt",
      ${ms(sql, 'q.due_at')} as "dueAt", ${ms(sql, 'r.answered_at')} as "answeredAt",
      ${ms(sql, 'r.settled_at')} as "settledAt", ${ms(sql, 'q.closed_at')} as "closedAt", q.state
    from recipient r join request q on q.id = r.request_id join inspection i on i.id = q.inspection_id
    join person p on p.id = r.person_id join telegram_account a on a.person_id = p.id and a.state = 'active'
    where r.replaced_by is null order by r.id`;
  return rows.map(orUndefined);
}

async function readSteps(sql: Sql): Promise<Owed['steps']> {
  const rows = await sql<Owed['steps']>`
    select s.request_id as "requestId", s.kind, a.chat_id::float8 as "chatId", ${ms(sql, 's.done_at')} as "doneAt"
    from due_step s left join recipient r on r.id = s.recipient_id
    left join telegram_account a on a.person_id = r.person_id and a.state = 'active'
    where s.state = 'done' order by s.id`;
  return rows.map(orUndefined);
}

async function readEntries(sql: Sql, now: string): Promise<Owed['entries']> {
  const rows = await sql<Owed['entries']>`
    select e.id as "exchangeId", e.code, e.pair_id as "pairId", case e.logged_side when 'a' then 'b' else 'a' end as "toSide",
      a.chat_id::float8 as "byChatId", ${ms(sql, 'e.crosses_at')} as "crossedAt",
      case when e.receipt = 'received' then ${ms(sql, 'e.receipt_at')} end as "receivedAt"
    from exchange e join telegram_account a on a.person_id = e.logged_by and a.state = 'active'
    where e.state = 'open' and e.from_side = e.logged_side and e.crosses_at <= ${now} order by e.id`;
  return rows.map(orUndefined);
}

const readEntrySteps = (sql: Sql): Promise<Owed['entrySteps']> => sql<Owed['entrySteps']>`
  select exchange_id as "exchangeId", kind, of, ${ms(sql, 'done_at')} as "doneAt"
  from exchange_step where state = 'done' and exchange_id is not null`;

const readDigests = (sql: Sql): Promise<Owed['digests']> => sql<Owed['digests']>`
  select a.chat_id::float8 as "chatId", s.kind, ${ms(sql, 's.done_at')} as "toldAt"
  from digest_slot s join telegram_account a on a.person_id = s.person_id and a.state = 'active' where s.state = 'told'`;

const readMembers = (sql: Sql): Promise<Owed['members']> => sql<Owed['members']>`
  select a.chat_id::float8 as "chatId", m.pair_id as "pairId", m.side, m.role, p.name
  from membership m join person p on p.id = m.person_id
  join telegram_account a on a.person_id = p.id and a.state = 'active' where m.to_day is null`;

async function readOverdue(sql: Sql, now: string): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    select 'step ' || kind || ' of request ' || request_id as what from due_step where state = 'pending' and due_at < ${now}
    union all select 'step ' || kind || ' of entry ' || exchange_id from exchange_step where state = 'pending' and due_at < ${now}
    union all select 'digest ' || kind || ' of person ' || person_id from digest_slot where state = 'pending' and due_at < ${now}`;
  return rows.map(({ what }) => what);
}

async function readAnswers(sql: Sql): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    select distinct n.request_id || ' ' || a.chat_id as key from answer n
    join telegram_account a on a.person_id = n.person_id and a.state = 'active'`;
  return new Set(rows.map(({ key }) => key));
}
