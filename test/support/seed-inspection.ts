import { inspection } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { setTeam } from '../../src/usecases/inspection/write-team.ts';
import { type Content, useVersion, writeVersion } from '../../src/usecases/inspection/write-version.ts';
import { NOTHING_BESIDES } from './nothing-besides.ts';
import type { SeededPair } from './seed.ts';

/** An inspection agreed in principle, with a team by keys of the cast; no notice has gone out yet. */
export async function agreedInspection(
  office: Office,
  seeded: SeededPair,
  given: Partial<Content> & {
    team?: string[];
    state?: typeof inspection.$inferInsert.state;
    code?: string;
  } = {},
): Promise<number> {
  const { team = [], state = 'agreed', code = 'PH-2026-001', ...content } = given;
  return office.work({ pairs: 'all' }, async (work) => {
    const from = work.now.plus({ weeks: 2 }).startOf('week');
    const { pairId, cast } = seeded;
    const [row] = await work.tx
      .insert(inspection)
      .values({
        pairId,
        code,
        state,
        side: 'a',
        draftedBy: cast['a-secretary']!.id,
        crossesAt: work.now.minus({ days: 1 }),
        createdAt: work.now,
        changedAt: work.now,
      })
      .returning();
    const versionId = await writeVersion(
      work,
      { pairId, inspectionId: row!.id, n: 0 },
      {
        targetId: seeded.targets.y!,
        kind: 'thematic_supervision',
        subjectBody: 'inspection_committee',
        subject: 'việc thực hiện quy chế làm việc',
        leadSide: 'b',
        mode: 'coordinate',
        windowFrom: from.toISODate()!,
        windowTo: from.plus({ days: 5 }).toISODate()!,
        ...NOTHING_BESIDES,
        sessions: [],
        ...content,
      },
      { personId: cast['a-secretary']!.id, side: 'a' },
    );
    await useVersion(work, row!.id, versionId);
    for (const side of ['a', 'b'] as const) {
      const own = team.filter((key) => key.startsWith(side)).map((key) => cast[key]!.id);
      const member = { id: 0, pairId, pairName: '', side, committeeId: 0, role: 'secretary' as const };
      await setTeam(work, member, row!.id, own);
    }
    return row!.id;
  });
}
