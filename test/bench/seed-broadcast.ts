import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import {
  committee,
  inspection,
  inspectionTeam,
  inspectionVersion,
  membership,
  pair,
  person,
  target,
  telegramAccount,
} from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Work } from '../../src/usecases/work.ts';

/** A notice of `warmUp` goes to the first people only, that of `broadcast` to all. */
export type Seeded = { warmUp: number; broadcast: number; byPerson: number };

const FIRST_ID = 10_000;
const SLICE = 1_000;

/** One pair whose members, each with a private chat, are all on the team of an agreed inspection. */
export async function seedBroadcast(office: Office, people: number, warmUpPeople: number): Promise<Seeded> {
  return office.work({ pairs: 'all' }, async (work) => {
    const { pairId, committees } = await addPair(work.tx);
    const ids = await addPeople(work, people);
    await inSlices(ids, (slice, start) =>
      work.tx.insert(membership).values(
        slice.map((personId, at) => ({
          pairId,
          personId,
          side: (start + at) % 2 === 0 ? ('a' as const) : ('b' as const),
          committeeId: committees[(start + at) % 2]!,
          role: 'member' as const,
          fromDay: '2020-01-01',
        })),
      ),
    );
    return {
      warmUp: await addInspection(work, pairId, ids.slice(0, warmUpPeople), 1),
      broadcast: await addInspection(work, pairId, ids, 2),
      byPerson: ids[0]!,
    };
  });
}

async function addPair(tx: Tx) {
  const made = await tx
    .insert(committee)
    .values(['a', 'b'].map((key) => ({ key, name: `Uỷ ban Kiểm tra ${key}`, shortName: `UBKT ${key}` })))
    .returning({ id: committee.id });
  const committees = made.map((row) => row.id);
  const [row] = await tx
    .insert(pair)
    .values({
      key: 'bench',
      name: 'Công an tỉnh – Tỉnh uỷ',
      committeeA: committees[0]!,
      committeeB: committees[1]!,
      relation: 'peers',
      policy: DEFAULT_POLICY,
    })
    .returning({ id: pair.id });
  return { pairId: row!.id, committees };
}

async function addPeople({ tx, now }: Work, count: number): Promise<number[]> {
  const ids: number[] = [];
  const numbers = Array.from({ length: count }, (_, n) => n);
  await inSlices(numbers, async (slice) => {
    const rows = await tx
      .insert(person)
      .values(slice.map((n) => ({ key: `person-${n}`, name: `Uỷ viên ${n + 1}`, title: 'Uỷ viên' })))
      .returning({ id: person.id });
    ids.push(...rows.map((row) => row.id));
    await tx.insert(telegramAccount).values(
      rows.map((row, at) => ({
        personId: row.id,
        userId: FIRST_ID + slice[at]!,
        chatId: FIRST_ID + slice[at]!,
        shownName: `Uỷ viên ${slice[at]! + 1}`,
        state: 'active' as const,
        createdAt: now,
        activeAt: now,
      })),
    );
  });
  return ids;
}

async function addInspection(work: Work, pairId: number, team: number[], n: number): Promise<number> {
  const { tx, now } = work;
  const name = `Chi bộ ${n}, Đảng bộ Công an tỉnh`;
  const [aim] = await tx
    .insert(target)
    .values({ pairId, key: `t${n}`, name, folded: fold(name) })
    .returning();
  const [made] = await tx
    .insert(inspection)
    .values({
      pairId,
      code: `PH-${now.year}-00${n}`,
      state: 'agreed',
      side: 'a',
      draftedBy: team[0]!,
      crossesAt: now,
      createdAt: now,
      changedAt: now,
    })
    .returning({ id: inspection.id });
  const inspectionId = made!.id;
  const [version] = await tx
    .insert(inspectionVersion)
    .values({
      pairId,
      inspectionId,
      n: 0,
      round: 1,
      targetId: aim!.id,
      kind: 'thematic_supervision',
      subjectBody: 'committee',
      subject: 'việc thực hiện quy chế',
      leadSide: 'a',
      mode: 'coordinate',
      windowFrom: now.plus({ days: 30 }).toISODate()!,
      windowTo: now.plus({ days: 35 }).toISODate()!,
      madeBy: team[0]!,
      madeSide: 'a',
      madeAt: now,
    })
    .returning({ id: inspectionVersion.id });
  await tx.update(inspection).set({ versionId: version!.id }).where(eq(inspection.id, inspectionId));
  await inSlices(team, (slice) =>
    tx
      .insert(inspectionTeam)
      .values(slice.map((personId) => ({ pairId, inspectionId, personId, side: 'a' as const }))),
  );
  return inspectionId;
}

async function inSlices<T>(
  all: readonly T[],
  work: (slice: T[], start: number) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < all.length; start += SLICE) await work(all.slice(start, start + SLICE), start);
}
