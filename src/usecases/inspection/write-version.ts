import { and, desc, eq } from 'drizzle-orm';
import { inspection, inspectionSession, inspectionVersion } from '../../../db/schema/index.ts';
import { type Material, WORDLESS } from '../../domain/change.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import type { Work } from '../work.ts';
import { releaseHead } from './write-team.ts';

/** The content of an inspection (R1, R5); `windowTo` excluded; the subject and what it covers are dropped for sensitive kinds (C4). */
export type Content = Material;

export type Maker = { personId: number; side: Side; reason?: Reason; reasonText?: string };

/** Writes an immutable version: the next round of the same n, or the first round of `n`. Returns its id. */
export async function writeVersion(
  work: Work,
  where: { pairId: number; inspectionId: number; n: number },
  content: Content,
  maker: Maker,
): Promise<number> {
  const { sessions, ...rest } = content;
  const isSensitive = isSensitiveKind(content.kind);
  const [row] = await work.tx
    .insert(inspectionVersion)
    .values({
      ...where,
      ...rest,
      ...(isSensitive && WORDLESS),
      round: await nextRound(work, where),
      madeBy: maker.personId,
      madeSide: maker.side,
      madeAt: work.now,
      reason: maker.reason ?? null,
      reasonText: isSensitive ? null : (maker.reasonText ?? null),
    })
    .returning({ id: inspectionVersion.id });
  const versionId = row!.id;
  if (sessions.length > 0)
    await work.tx.insert(inspectionSession).values(
      sessions.map(({ kind, startsAt, place }) => ({
        pairId: where.pairId,
        versionId,
        kind,
        startsAt,
        place,
      })),
    );
  return versionId;
}

async function nextRound(work: Work, where: { inspectionId: number; n: number }): Promise<number> {
  const [last] = await work.tx
    .select({ round: inspectionVersion.round })
    .from(inspectionVersion)
    .where(and(eq(inspectionVersion.inspectionId, where.inspectionId), eq(inspectionVersion.n, where.n)))
    .orderBy(desc(inspectionVersion.round))
    .limit(1);
  return (last?.round ?? 0) + 1;
}

/** Makes a version the one that holds; who is head of the team no longer, since another side leads by it. */
export async function useVersion(
  work: Work,
  inspectionId: number,
  versionId: number,
): Promise<{ released: number[] }> {
  await work.tx
    .update(inspection)
    .set({ versionId, changedAt: work.now })
    .where(eq(inspection.id, inspectionId));
  return { released: await releaseHead(work, inspectionId, versionId) };
}
