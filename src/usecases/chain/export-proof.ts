import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { auditEntry, auditValue, chainHead, chainSignature, pair } from '../../../db/schema/index.ts';
import { contentDigest, type KeptValue } from '../../domain/audit-chain.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type Judged, ofChain, openJudge } from './judge.ts';
import { PROOF_FORMAT, type ProofEntry, type ProofLast, proofLine } from './proof-lines.ts';

const SLICE = 500;

/** Of entries of the other side that both read, the values that the card shows to both anyway. */
const SHOWN_ACROSS: Record<string, readonly string[]> = { 'symbol.attached': ['symbol'] };

type Chain = { id: number; name: string; seq: number; hash: string };

/**
 * A pair's whole chain for one member, a line each, ready for `verify FILE`: entries of which their side may know the content as they
 * were hashed, the others by digest alone (C4, C8, R6); last the head, the heads that went out and who confirmed them. Reads up to
 * `chain.seq`, whatever is appended meanwhile.
 */
export async function* exportProof(
  work: Work,
  actor: Actor,
  member: Member,
  chain: Chain,
): AsyncGenerator<string> {
  const [of] = await work.tx.select({ key: pair.key }).from(pair).where(eq(pair.id, member.pairId));
  yield proofLine({
    format: PROOF_FORMAT,
    chain: chain.name,
    pair: of!.key,
    side: member.side,
    madeAt: work.now.toUTC().toISO()!,
  });
  const judge = openJudge(work, actor, member);
  for (let after = 0; after < chain.seq; after += SLICE) {
    const rows = await work.tx
      .select()
      .from(auditEntry)
      .where(
        and(
          ofChain(chain.id),
          gt(auditEntry.seq, after),
          lte(auditEntry.seq, Math.min(after + SLICE, chain.seq)),
        ),
      )
      .orderBy(asc(auditEntry.seq));
    const judged = await judge(rows);
    const values = await valuesOf(work, chain.id, judged);
    for (const one of judged) yield proofLine(entryOf(one, values.get(one.row.seq) ?? []));
  }
  yield proofLine(await lastOf(work, chain));
}

function entryOf({ row, isOpen }: Judged, values: KeptValue[]): ProofEntry {
  const { seq, prevHash, hash, at, type, body, salt } = row;
  if (!isOpen) return { seq, prevHash, hash, digest: contentDigest(row) };
  return { seq, prevHash, hash, at, type, body, salt, values };
}

/** Of one's own entries all values that are still kept. */
async function valuesOf(work: Work, chainId: number, judged: Judged[]): Promise<Map<number, KeptValue[]>> {
  const open = judged.filter((one) => one.isOpen);
  if (open.length === 0) return new Map();
  const shownOf = new Map(
    open.map((one) => [one.row.seq, one.isOwn ? undefined : (ownEntry(SHOWN_ACROSS, one.row.type) ?? [])]),
  );
  const rows = await work.tx
    .select()
    .from(auditValue)
    .where(and(eq(auditValue.chainId, chainId), inArray(auditValue.seq, [...shownOf.keys()])))
    .orderBy(asc(auditValue.seq), asc(auditValue.field));
  const values = new Map<number, KeptValue[]>();
  for (const { seq, field, salt, value } of rows)
    if (shownOf.get(seq)?.includes(field) ?? true)
      values.set(seq, [...(values.get(seq) ?? []), { field, salt, value }]);
  return values;
}

async function lastOf(work: Work, { id, seq, hash }: Chain): Promise<ProofLast> {
  const heads = await work.tx
    .select()
    .from(chainHead)
    .where(and(eq(chainHead.chainId, id), lte(chainHead.seq, seq)))
    .orderBy(asc(chainHead.seq), asc(chainHead.id));
  const signatures = heads.length
    ? await work.tx
        .select()
        .from(chainSignature)
        .where(
          inArray(
            chainSignature.headId,
            heads.map((head) => head.id),
          ),
        )
        .orderBy(asc(chainSignature.id))
    : [];
  return {
    head: seq > 0 ? { seq, hash } : null,
    heads: heads.map((head) => ({
      seq: head.seq,
      hash: head.hash,
      month: head.month,
      signatures: signatures
        .filter((one) => one.headId === head.id)
        .map(({ side, at }) => ({ side, at: at.toUTC().toISO()! })),
    })),
  };
}
