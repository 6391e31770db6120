import { desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { DateTime } from 'luxon';
import { chainHead, committee, pair } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** A head that this person's side has not confirmed. */
export type HeadTask = {
  kind: 'head';
  pairId: number;
  headId: number;
  /** The month it closes; null: it was closed by a đầu mối. */
  month: string | null;
  shownAt: DateTime;
  /** The other side's committee, short. */
  committee: string;
  requestId: null;
  dueAt: null;
};

/** The latest head of each pair that waits for this đầu mối; confirming it covers the ones before. */
export async function headsToSign(work: Work, actor: Actor): Promise<HeadTask[]> {
  const own = actor.members.filter((member) => mayDo(member, 'chain.sign'));
  if (own.length === 0) return [];
  const latest = await work.tx
    .selectDistinctOn([chainHead.pairId], {
      head: chainHead,
      signed: signedSides,
      names: { a: ofA.shortName, b: ofB.shortName },
    })
    .from(chainHead)
    .innerJoin(pair, eq(pair.id, chainHead.pairId))
    .innerJoin(ofA, eq(ofA.id, pair.committeeA))
    .innerJoin(ofB, eq(ofB.id, pair.committeeB))
    .where(
      inArray(
        chainHead.pairId,
        own.map((member) => member.pairId),
      ),
    )
    .orderBy(chainHead.pairId, desc(chainHead.seq), desc(chainHead.id));
  return latest
    .filter(({ head, signed }) => !signed.includes(memberIn(actor, head.pairId)!.side))
    .map(({ head: { id, pairId, kind, month, shownAt }, names }) => ({
      kind: 'head',
      pairId,
      headId: id,
      month: kind === 'month' ? month : null,
      shownAt,
      committee: names[otherSide(memberIn(actor, pairId)!.side)],
      requestId: null,
      dueAt: null,
    }));
}

const ofA = alias(committee, 'committee_of_a');
const ofB = alias(committee, 'committee_of_b');

// Bare names: in a select of one table columns are written without it, and "id" would be that of the signature.
const signedSides = sql<Side[]>`array(select s.side from chain_signature s where s.head_id = chain_head.id)`;
