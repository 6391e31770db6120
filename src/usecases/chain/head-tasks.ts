import { desc, inArray } from 'drizzle-orm';
import { chainHead, chainSignature } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** A head that this person's side has not confirmed. */
export type HeadTask = {
  kind: 'head';
  pairId: number;
  headId: number;
  seq: number;
  month: string;
  requestId: null;
  dueAt: null;
};

/** The latest head of each pair that waits for this đầu mối; confirming it covers the ones before. */
export async function headsToSign(work: Work, actor: Actor): Promise<HeadTask[]> {
  const own = actor.members.filter((member) => mayDo(member, 'chain.sign'));
  if (own.length === 0) return [];
  const latest = await work.tx
    .selectDistinctOn([chainHead.pairId])
    .from(chainHead)
    .where(
      inArray(
        chainHead.pairId,
        own.map((member) => member.pairId),
      ),
    )
    .orderBy(chainHead.pairId, desc(chainHead.seq), desc(chainHead.id));
  const signed = await signedBy(
    work,
    latest.map((head) => head.id),
  );
  return latest
    .filter((head) => !signed.has(`${head.id}-${memberIn(actor, head.pairId)!.side}`))
    .map(({ id, pairId, seq, month }) => ({
      kind: 'head',
      pairId,
      headId: id,
      seq,
      month,
      requestId: null,
      dueAt: null,
    }));
}

async function signedBy(work: Work, ids: number[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await work.tx
    .select({ headId: chainSignature.headId, side: chainSignature.side })
    .from(chainSignature)
    .where(inArray(chainSignature.headId, ids));
  return new Set(rows.map((row) => `${row.headId}-${row.side}`));
}
