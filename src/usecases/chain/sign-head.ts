import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { auditEntry, chainSignature, outbox } from '../../../db/schema/index.ts';
import { LANE } from '../../domain/lanes.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit } from '../audit.ts';
import { editShown } from '../enqueue.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type Head, loadHeads } from './load-heads.ts';

/** A head as one of its pair may read it: đầu mối and leaders of both sides. */
export async function readHead(
  work: Work,
  actor: Actor,
  headId: number,
): Promise<{ head: Head; member: Member } | Refused> {
  const head = (await loadHeads(work, [headId])).get(headId);
  const member = head && memberIn(actor, head.pairId);
  if (!head || !member) return refuse('refused-not-found');
  return mayDo(member, 'chain.read') ? { head, member } : refuse('refused-not-allowed');
}

/**
 * A đầu mối confirms a head for their side, once: the row of the side is the claim. Refused when the chain does not hold this head
 * any more. Returns the head with all signatures; messages that show it are edited.
 */
export async function signHead(
  work: Work,
  actor: Actor,
  headId: number,
): Promise<{ head: Head; member: Member; isNew: boolean } | Refused> {
  const read = await readHead(work, actor, headId);
  if ('refused' in read) return read;
  const { head, member } = read;
  if (!mayDo(member, 'chain.sign')) return refuse('refused-not-allowed');
  if (!(await isInChain(work, head))) return refuse('head-not-in-chain');
  const { pairId, seq, hash } = head;
  const [made] = await work.tx
    .insert(chainSignature)
    .values({ pairId, headId, side: member.side, personId: actor.personId, at: work.now })
    .onConflictDoNothing()
    .returning({ id: chainSignature.id });
  if (made) {
    const facts = { head: headId, seq, hash, side: member.side };
    await audit(work, { pairId, type: 'chain.signed', by: actor.personId, facts });
    await retell(work, head);
  }
  const signed = (await loadHeads(work, [headId])).get(headId)!;
  return { head: signed, member, isNew: made !== undefined };
}

async function isInChain(work: Work, { chainId, seq, hash }: Head): Promise<boolean> {
  const [row] = await work.tx
    .select({ hash: auditEntry.hash })
    .from(auditEntry)
    .where(and(eq(auditEntry.chainId, chainId), eq(auditEntry.seq, seq)));
  return row?.hash === hash;
}

/** Silent edits of the messages that show this head: both sides see who has confirmed (R15). */
async function retell(work: Work, { id: headId, pairId }: Head): Promise<void> {
  const shown = await work.tx
    .select({
      id: outbox.id,
      personId: outbox.personId,
      chatId: outbox.chatId,
      messageId: outbox.messageId,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.pairId, pairId),
        eq(outbox.kind, 'chain-head'),
        eq(outbox.lane, LANE.notice),
        isNull(outbox.editMessageId),
        inArray(outbox.state, ['pending', 'claimed', 'sending', 'sent']),
        sql`(${outbox.ref}->>'headId')::int = ${headId}`,
      ),
    );
  await editShown(work, shown, { pairId, kind: 'chain-head', ref: { headId } });
}
