import { eq } from 'drizzle-orm';
import { outcome, target } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import type { SeededPair } from './seed.ts';
import { agreedInspection } from './seed-inspection.ts';
import type { ViewDesk } from './view-desk.ts';

/** The committees of An Giang, as published: the last three were not inspected. */
export const COMMITTEES = Array.from({ length: 11 }, (_, n) => `Ban Thường vụ Huyện uỷ số ${n + 1}`);

/**
 * An Giang from 6/2022 on: nine turns over eight of eleven committees, and apart from these ten organisations and 46 members
 * disciplined. What the pair had as targets before ended long ago.
 */
export async function seedAnGiang(desk: ViewDesk, seeded: SeededPair): Promise<void> {
  const { office } = desk;
  const { pairId, cast } = seeded;
  const ids = await office.work({ pairs: 'all' }, async ({ tx }) => {
    await tx.update(target).set({ toDay: '2022-01-01' }).where(eq(target.pairId, pairId));
    const rows = COMMITTEES.map((name, n) => ({ pairId, key: `ag-${n}`, name, folded: fold(name) }));
    const made = await tx.insert(target).values(rows).returning({ id: target.id });
    return made.map(({ id }) => id);
  });
  for (const [turn, at] of [0, 1, 2, 3, 4, 5, 6, 7, 0].entries())
    await agreedInspection(office, seeded, {
      ...{ targetId: ids[at]!, state: 'concluded', code: `PH-AG-${turn + 1}` },
      ...{ windowFrom: `202${2 + (turn % 4)}-09-05`, windowTo: `202${2 + (turn % 4)}-09-10` },
    });
  const entry = {
    pairId,
    origin: 'apart',
    periodFrom: '2022-06-01',
    periodTo: '2026-01-01',
    side: 'a',
  } as const;
  const counts = {
    ...{ organisations: 10, orgReprimand: 10, orgWarning: 0, orgDissolution: 0 },
    ...{ members: 46, memberReprimand: 30, memberWarning: 15, memberDismissal: 0, memberExpulsion: 1 },
  };
  await office.work({ pairs: 'all' }, async ({ tx, now }) => {
    const by = { byPerson: cast['a-secretary']!.id, at: now };
    const values = [
      { ...entry, ...counts, ...by },
      { ...entry, ...counts, ...by, organisations: 9, orgReprimand: 9 },
    ];
    const [held, wrong] = await tx.insert(outcome).values(values).returning({ id: outcome.id });
    await tx.update(outcome).set({ supersededById: held!.id }).where(eq(outcome.id, wrong!.id));
  });
}
