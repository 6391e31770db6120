import type { Sql } from 'postgres';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { addCases, addNotices } from './seed-inspections-rows.ts';
import { withoutIndexes } from './without-indexes.ts';

export type InspectionSeed = {
  inspections: number;
  pairs: number;
  peopleASide: number;
  /** So many are spread as if they were all there is; the others lie in the past and have ended. Left out: all. */
  living?: number;
};

/** Telegram accounts: of the đầu mối who stands on side a of every pair, and of each pair's own on side b. */
export type InspectionSeats = { everywhere: number; seats: { pairId: number; user: number }[] };

const FIRST_USER = 100_000;
const TARGETS_A_PAIR = 20;
const TABLES = ['inspection', 'inspection_version', 'inspection_session', 'request', 'recipient', 'answer'];

/**
 * Fills an empty database with inspections of five years up to now, their versions, sessions, proposals, notices and answers, each
 * pair's turn after the other's; nine in ten came to an end. At least three people a side. `sql` is the owner above row-level
 * security, and a superuser. Vacuumed and analysed at the end.
 */
export async function seedInspections(
  office: Office,
  sql: Sql,
  seed: InspectionSeed,
): Promise<InspectionSeats> {
  const now = await office.work({ pairs: [] }, async (work) => work.now.toUTC().toISO()!);
  await sql.begin(async (begun) => {
    const tx = begun as unknown as Sql;
    await tx.unsafe("set local session_replication_role = replica; set local work_mem = '256MB'");
    await tx.unsafe("set local maintenance_work_mem = '512MB'");
    await addPairs(tx, seed);
    await addPeople(tx, seed, now);
    await withoutIndexes(tx, TABLES, async () => {
      await addCases(tx, seed, now);
      await addNotices(tx, seed, now);
    });
  });
  await sql.unsafe('vacuum (analyze)');
  await sql.unsafe('checkpoint');
  return seatsOf(sql);
}

async function addPairs(sql: Sql, { pairs }: InspectionSeed): Promise<void> {
  await sql`
    insert into committee (key, name, short_name)
    select side || '-' || n, case side when 'a' then 'Uỷ ban Kiểm tra Đảng uỷ Công an ' else 'Uỷ ban Kiểm tra Tỉnh uỷ ' end || n,
      case side when 'a' then 'UBKT ĐU Công an ' else 'UBKT Tỉnh uỷ ' end || n
    from generate_series(1, ${pairs}::int) n, unnest(array['a', 'b']) side`;
  await sql`
    insert into pair (key, name, committee_a, committee_b, relation, policy)
    select 'pair-' || n, 'Công an – Tỉnh uỷ ' || n, a.id, b.id, 'peers', ${sql.json(DEFAULT_POLICY)}
    from generate_series(1, ${pairs}::int) n join committee a on a.key = 'a-' || n join committee b on b.key = 'b-' || n order by n`;
  await sql`
    insert into target (pair_id, key, name, folded)
    select pair.id, 't' || n, 'Đảng bộ xã số ' || n, 'dang bo xa so ' || n
    from pair, generate_series(1, ${TARGETS_A_PAIR}::int) n`;
}

/** The first of side a is the same person in every pair; every other one stands in one pair. */
async function addPeople(sql: Sql, { peopleASide }: InspectionSeed, now: string): Promise<void> {
  await sql`insert into person (key, name, title) values ('everywhere', 'Đầu mối chung', 'Đầu mối')`;
  await sql`
    insert into person (key, name, title)
    select pair.id || '-' || side || '-' || k, 'Đồng chí ' || pair.id || side || k, 'Uỷ viên'
    from pair, unnest(array['a', 'b']) side, generate_series(0, ${peopleASide - 1}::int) k where side = 'b' or k > 0`;
  await sql`
    insert into membership (pair_id, side, committee_id, person_id, role, from_day)
    select pair.id, side, case side when 'a' then committee_a else committee_b end, person.id,
      case k when 0 then 'secretary' when 1 then 'chair' else 'member' end, '2015-01-01'
    from pair, unnest(array['a', 'b']) side, generate_series(0, ${peopleASide - 1}::int) k, person
    where person.key = case when side = 'a' and k = 0 then 'everywhere' else pair.id || '-' || side || '-' || k end`;
  await sql`
    insert into telegram_account (person_id, user_id, chat_id, shown_name, state, created_at, active_at)
    select id, ${FIRST_USER}::int + id, ${FIRST_USER}::int + id, name, 'active', ${now}, ${now} from person`;
}

async function seatsOf(sql: Sql): Promise<InspectionSeats> {
  const rows = await sql<{ pairId: number; id: number; key: string }[]>`
    select pair_id as "pairId", person.id, person.key from membership join person on person.id = person_id
    where role = 'secretary' and side = 'b' order by pair_id`;
  const [all] = await sql<{ id: number }[]>`select id from person where key = 'everywhere'`;
  return {
    everywhere: FIRST_USER + all!.id,
    seats: rows.map(({ pairId, id }) => ({ pairId, user: FIRST_USER + id })),
  };
}
