import { and, eq, inArray, lt, max } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { chainHead, chainSignature, person } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import type { Case } from '../inspection/load-case.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';

export type Signature = { side: Side; name: string; at: DateTime };

/** A head that went out, with what is said of it; `before`: up to where the head before it went. */
export type Head = typeof chainHead.$inferSelect & {
  pairName: string;
  committees: Case['committees'];
  before: number;
  signatures: Signature[];
};

/** Heads by their ids, as far as they are in the scope. */
export async function loadHeads(work: Work, ids: number[]): Promise<Map<number, Head>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx.select().from(chainHead).where(inArray(chainHead.id, ids));
  const heads = new Map<number, Head>();
  for (const row of rows) {
    const { pair, committees } = await loadPair(work, row.pairId);
    const [last] = await work.tx
      .select({ seq: max(chainHead.seq) })
      .from(chainHead)
      .where(and(eq(chainHead.pairId, row.pairId), lt(chainHead.seq, row.seq)));
    heads.set(row.id, {
      ...row,
      pairName: pair.name,
      committees,
      before: last?.seq ?? 0,
      signatures: await signaturesOf(work, row.id),
    });
  }
  return heads;
}

const signaturesOf = (work: Work, headId: number): Promise<Signature[]> =>
  work.tx
    .select({ side: chainSignature.side, name: person.name, at: chainSignature.at })
    .from(chainSignature)
    .innerJoin(person, eq(person.id, chainSignature.personId))
    .where(eq(chainSignature.headId, headId))
    .orderBy(chainSignature.id);
