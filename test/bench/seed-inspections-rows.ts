import type { Sql } from 'postgres';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { InspectionSeed } from './seed-inspections.ts';

const KINDS = [
  ...['compliance', 'compliance', 'inspection_work', 'discipline_execution', 'party_finance'],
  ...[
    'regular_supervision',
    'thematic_supervision',
    'thematic_supervision',
    'signs_of_violation',
    'denunciation',
  ],
];
const BODIES = [
  'inspection_committee',
  'inspection_committee',
  'inspection_committee',
  'standing_board',
  'committee',
];

/**
 * Inspections and versions: one in ten was changed once after its agreement. Ids: inspection and first version n, change count + n.
 * All but the last `living` are of the past and have come to an end.
 */
export async function addCases(sql: Sql, seed: InspectionSeed, now: string): Promise<void> {
  const { inspections: count, living = count } = seed;
  const ended = count - living;
  await sql`
    create function pg_temp.draw(n integer, seed integer, size integer) returns integer language sql immutable
    as 'select ((hashint4extended(n, seed) & 1073741823) % size)::integer'`;
  await sql`
    create temporary table drawn on commit drop as
    with numbered as (select id, row_number() over (order by id) - 1 as at from pair), spread as (
      select n, numbered.id as pair_id, pg_temp.draw(n, 1, 100) as fate, pg_temp.draw(n, 2, 2) = 0 as is_a,
        n <= ${ended}::int as is_past, (${now}::timestamptz - interval '5 years' + case when n <= ${ended}::int
          then interval '1820 days' * (n::float8 / greatest(${ended}::int, 1))
          else interval '1885 days' * ((n - ${ended}::int)::float8 / ${living}::int) end) as starts_at
      from generate_series(1, ${count}::int) n join numbered on numbered.at = n % (select count(*) from pair))
    select spread.*, (starts_at at time zone 'Asia/Ho_Chi_Minh')::date as day, starts_at > ${now} as is_ahead,
      case when fate < 20 and is_past then 'not_held' when fate < 5 then 'draft' when fate < 10 then 'proposed' when fate < 17 then 'declined' when fate < 20 then 'not_held'
        when fate < 25 then 'stopped' when starts_at > ${now} then 'agreed' when fate < 27 and not is_past then 'under_way' else 'concluded' end as state
    from spread`;
  await sql`
    insert into inspection (id, pair_id, code, state, side, drafted_by, version_id, crosses_at, created_at, changed_at)
    overriding system value
    select n, d.pair_id, 'PH-' || extract(year from day) || '-' || lpad(n::text, 6, '0'), state, case when is_a then 'a' else 'b' end,
      m.person_id, case when state = 'concluded' and n % 10 = 0 then ${count} + n else n end,
      case when state <> 'draft' then least(starts_at - interval '40 days', ${now}::timestamptz - interval '1 hour') end,
      starts_at - interval '41 days', starts_at
    from drawn d join membership m on m.pair_id = d.pair_id and m.side = 'a' and m.role = 'secretary'`;
  await sql`
    insert into inspection_version (id, pair_id, inspection_id, n, round, target_id, kind, subject_body, lead_side, mode,
      window_from, window_to, made_by, made_side, made_at, confirmed_by, confirmed_at)
    overriding system value
    select n + change * ${count}::int, d.pair_id, n, change, 0, t.id, (${KINDS}::text[])[1 + pg_temp.draw(n, 4, ${KINDS.length})],
      (${BODIES}::text[])[1 + pg_temp.draw(n, 5, ${BODIES.length})], case when pg_temp.draw(n, 6, 2) = 0 then 'a' else 'b' end,
      'coordinate', day + change, day + change + 5, m.person_id, 'a', starts_at - interval '41 days', m.person_id,
      case when state not in ('draft', 'proposed', 'declined', 'not_held')
        then least(starts_at - interval '40 days', ${now}::timestamptz - interval '1 hour') + interval '1 hour' * pg_temp.draw(n, 7, 200) end
    from drawn d join membership m on m.pair_id = d.pair_id and m.side = 'a' and m.role = 'secretary'
    join lateral (select id from target where pair_id = d.pair_id order by id offset pg_temp.draw(n, 3, 18) limit 1) t on true
    cross join generate_series(0, 1) change
    where change = 0 or (state = 'concluded' and n % 10 = 0)`;
  await sql`
    insert into inspection_session (pair_id, version_id, kind, starts_at, place)
    select pair_id, version_id, 'announce', starts_at, 'Trụ sở' from inspection join drawn d using (pair_id) where d.n = inspection.id`;
}

/** A notice for each inspection that was agreed and not stopped, three asked a side, nine answers in ten. Its id is the inspection's. */
export async function addNotices(sql: Sql, seed: InspectionSeed, now: string): Promise<void> {
  await sql`
    insert into request (id, pair_id, inspection_id, version_id, kind, side, state, asked_at, due_at, due_source, policy)
    overriding system value
    select i.id, i.pair_id, i.id, i.version_id, 'notice', null, case when d.is_ahead then 'open' else 'met' end, asked_at,
      asked_at + interval '3 days', 'policy', ${sql.json(DEFAULT_POLICY)}
    from inspection i join drawn d on d.n = i.id
    cross join lateral (select least(d.starts_at - interval '12 days', ${now}::timestamptz - interval '1 hour') as asked_at) as asked
    where i.state in ('agreed', 'under_way', 'concluded')`;
  await sql`
    insert into request (id, pair_id, inspection_id, version_id, kind, side, state, asked_at, due_at, due_source, policy)
    overriding system value
    select ${seed.inspections}::int + i.id, i.pair_id, i.id, i.id, 'proposal', case i.side when 'a' then 'b' else 'a' end,
      case i.state when 'proposed' then 'open' else 'met' end, i.crosses_at, i.crosses_at + interval '7 days', 'policy', ${sql.json(DEFAULT_POLICY)}
    from inspection i where i.state <> 'draft'`;
  await sql`
    insert into recipient (pair_id, request_id, person_id, side, capacity, delivered_at, opened_at, answered_at, answer, settled_at)
    select r.pair_id, r.id, m.person_id, m.side, case m.k when 0 then 'secretary' else 'team' end, r.asked_at, at, at,
      case when at is not null then 'received' end, at
    from request r
    join (select pair_id, side, person_id, row_number() over (partition by pair_id, side order by id) - 1 as k from membership) m
      on m.pair_id = r.pair_id and (m.k = 0 or m.k = 1 + r.id % ${seed.peopleASide - 1}::int or m.k = 1 + (r.id + 1) % ${seed.peopleASide - 1}::int)
    cross join lateral (select case when pg_temp.draw(r.id * 20 + m.k::int, ascii(m.side), 10) > 0
      then r.asked_at + interval '1 hour' * (1 + pg_temp.draw(r.id * 20 + m.k::int, ascii(m.side) + 9, 96)) end as at) answered
    where r.kind = 'notice'`;
  await sql`
    insert into answer (pair_id, request_id, recipient_id, person_id, version_id, answer, via, at)
    select a.pair_id, a.request_id, a.id, a.person_id, r.version_id, 'received', 'tap', a.answered_at
    from recipient a join request r on r.id = a.request_id where a.answered_at is not null`;
  for (const table of ['inspection', 'inspection_version', 'request'])
    await sql.unsafe(`select setval(pg_get_serial_sequence('${table}', 'id'), ${3 * seed.inspections})`);
}
