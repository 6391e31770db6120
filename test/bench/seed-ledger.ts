import type { Sql } from 'postgres';
import { committee, membership, pair, person, target, telegramAccount } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Work } from '../../src/usecases/work.ts';
import { addAudit, addSaid } from './seed-ledger-past.ts';
import { addEntries, addSteps } from './seed-ledger-rows.ts';
import { withoutIndexes } from './without-indexes.ts';

/** A pair and the Telegram accounts of its two đầu mối. */
export type Seat = { pairId: number; users: { a: number; b: number } };

const FIRST_ID = 10_000;
/** The tables that grow with the ledger. */
export const TABLES = ['exchange', 'exchange_step', 'audit_entry', 'audit_value', 'outbox'];

/**
 * Fills an empty database with `entries` exchanges over `pairs` pairs and what goes with them. `sql` is the owner above
 * row-level security, and a superuser: foreign keys are not looked up a million times. Vacuumed and analysed at the end.
 */
export async function seedLedger(
  office: Office,
  sql: Sql,
  { entries, pairs }: { entries: number; pairs: number },
): Promise<Seat[]> {
  const seats = await office.work({ pairs: 'all' }, (work) => addSeats(work, pairs));
  const now = await office.work({ pairs: [] }, async (work) => work.now.toUTC().toISO()!);
  await sql.begin(async (begun) => {
    const tx = begun as unknown as Sql;
    await tx.unsafe("set local session_replication_role = replica; set local work_mem = '256MB'");
    await tx.unsafe("set local maintenance_work_mem = '512MB'");
    await tx.unsafe(SEATS);
    await withoutIndexes(tx, TABLES, async () => {
      await addEntries(tx, entries, now);
      await tx`analyze exchange`;
      await addSteps(tx, now);
      await addAudit(tx);
      await addSaid(tx, now);
    });
  });
  await sql.unsafe('vacuum (analyze)');
  await sql.unsafe('checkpoint');
  return seats;
}

const SEATS = `
  create temporary table ledger_seat on commit drop as
  select row_number() over (order by pair.id) - 1 as at, pair.id as pair_id, policy, target.id as target_id,
    target.folded as target_folded, a.person_id as a_id, b.person_id as b_id
  from pair join target on target.pair_id = pair.id
  join membership a on a.pair_id = pair.id and a.side = 'a' join membership b on b.pair_id = pair.id and b.side = 'b'`;

async function addSeats({ tx, now }: Work, count: number): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let n = 0; n < count; n += 1) {
    const users = { a: FIRST_ID + 2 * n, b: FIRST_ID + 2 * n + 1 };
    const sides = ['a', 'b'] as const;
    const committees = await tx
      .insert(committee)
      .values(
        sides.map((side) => ({ key: `${side}-${n}`, name: `Uỷ ban ${side} ${n}`, shortName: `UB ${n}` })),
      )
      .returning({ id: committee.id });
    const [a, b] = committees.map((row) => row.id);
    const key = `pair-${n}`;
    const [made] = await tx
      .insert(pair)
      .values({ key, name: key, committeeA: a!, committeeB: b!, relation: 'peers', policy: DEFAULT_POLICY })
      .returning({ id: pair.id });
    const pairId = made!.id;
    const name = `Chi bộ ${n + 1}, Đảng bộ Công an tỉnh`;
    await tx.insert(target).values({ pairId, key: 'one', name, folded: fold(name) });
    for (const side of sides) {
      const shownName = `Đầu mối ${side} ${n}`;
      const [who] = await tx
        .insert(person)
        .values({ key: `${side}-${n}`, name: shownName, title: 'Đầu mối' })
        .returning({ id: person.id });
      const personId = who!.id;
      const committeeId = side === 'a' ? a! : b!;
      const role = 'secretary' as const;
      await tx
        .insert(membership)
        .values({ pairId, personId, side, committeeId, role, fromDay: '2015-01-01' });
      const account = { userId: users[side], chatId: users[side], shownName, state: 'active' as const };
      await tx.insert(telegramAccount).values({ personId, ...account, createdAt: now, activeAt: now });
    }
    seats.push({ pairId, users });
  }
  return seats;
}
