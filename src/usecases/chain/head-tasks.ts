import { desc, inArray, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { chainHead } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Side } from '../../domain/side.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** A head that this person's side has not confirmed. */
export type HeadTask = {
  kind: 'head';
  pairId: number;
  headId: number;
  seq: number;
  hash: string;
  month: string;
  shownAt: DateTime;
  requestId: null;
  dueAt: null;
};

/** The latest head of each pair that waits for this đầu mối; confirming it covers the ones before. */
export async function headsToSign(work: Work, actor: Actor): Promise<HeadTask[]> {
  const own = actor.members.filter((member) => mayDo(member, 'chain.sign'));
  if (own.length === 0) return [];
  const latest = await work.tx
    .selectDistinctOn([chainHead.pairId], { head: chainHead, signed: signedSides })
    .from(chainHead)
    .where(
      inArray(
        chainHead.pairId,
        own.map((member) => member.pairId),
      ),
    )
    .orderBy(chainHead.pairId, desc(chainHead.seq), desc(chainHead.id));
  return latest
    .filter(({ head, signed }) => !signed.includes(memberIn(actor, head.pairId)!.side))
    .map(({ head: { id, pairId, seq, hash, month, shownAt } }) => ({
      kind: 'head',
      pairId,
      headId: id,
      seq,
      hash,
      month,
      shownAt,
      requestId: null,
      dueAt: null,
    }));
}

// Bare names: in a select of one table columns are written without it, and "id" would be that of the signature.
const signedSides = sql<Side[]>`array(select s.side from chain_signature s where s.head_id = chain_head.id)`;
