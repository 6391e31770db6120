import { and, eq } from 'drizzle-orm';
import { inspectionVersion, request as requestTable } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { OutcomeNote } from '../outbox/refs.ts';
import { type Recipient, type Request, recipientOf } from '../request/load-request.ts';
import { addRecipients } from '../request/make-request.ts';
import { lockCrossed } from '../request/mark-crossed.ts';
import { writeAnswer } from '../request/write-answer.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { authorise } from './access.ts';
import type { Case } from './load-case.ts';
import { isPendingKind, type PendingKind } from './propose-change-ask.ts';
import { peopleOf } from './roster.ts';

/** The answer to what one side asks the other to confirm. */
export type Word = {
  isConfirmed: boolean;
  reason?: Reason;
  reasonText?: string;
  /** How the đầu mối heard a leader's word; a leader's own tap otherwise. */
  via?: Via;
};

export type Confirmed = { kind: 'confirmed' | 'refused'; asks: PendingKind; found: Case } | Refused;

export type Asking = { found: Case; request: Request; member: Member };

const CONFIRMS = {
  change: 'change.confirm',
  stop: 'stop.confirm',
  not_held: 'not_held.confirm',
} as const satisfies Record<PendingKind, string>;

/**
 * The request, locked, when it is this person's to answer now: chair or vice of the side that is asked, or the đầu mối with
 * the way the word came. What has not crossed does not exist for them; of two answers at once, the second is refused.
 */
export async function lockAsked(
  work: Work,
  actor: Actor,
  requestId: number,
  asks: PendingKind,
  word: Word,
): Promise<Asking | Refused> {
  const locked = await lockCrossed(work, requestId);
  if (!locked || locked.request.kind !== asks) return refuse('refused-not-found');
  const { found, request } = locked;
  const allowed = authorise(found, actor, CONFIRMS[asks], work.now.toMillis(), request.side ?? undefined);
  if (isRefused(allowed)) return allowed;
  if (request.state === 'waiting') return refuse('refused-not-found');
  if (request.state !== 'open') return refuse('refused-answered-already');
  if (!isLeader(allowed.member.role) && !word.via) return refuse('refused-leader-only');
  return { found, request, member: allowed.member };
}

/** Writes who answered what, with the version (R5), and ends the request. */
export async function writeWord(work: Work, actor: Actor, asking: Asking, word: Word): Promise<Recipient> {
  const { found, request } = asking;
  const answer = word.isConfirmed ? 'confirmed' : 'refused';
  const mine = await askedPerson(work, actor, asking);
  const reasonText = isSensitiveKind(found.version.kind) ? undefined : word.reasonText;
  await writeAnswer(work, {
    pairId: request.pairId,
    requestId: request.id,
    recipientId: mine.id,
    personId: actor.personId,
    versionId: request.versionId,
    answer,
    reason: word.reason,
    reasonText,
    via: word.via ?? 'tap',
    isSettled: true,
  });
  await work.tx
    .update(requestTable)
    .set({ state: 'met', closedAt: work.now })
    .where(and(eq(requestTable.id, request.id), eq(requestTable.state, 'open')));
  await work.tx
    .update(inspectionVersion)
    .set(word.isConfirmed ? { confirmedBy: actor.personId, confirmedAt: work.now } : { refusedAt: work.now })
    .where(eq(inspectionVersion.id, request.versionId));
  await audit(work, {
    pairId: request.pairId,
    type: `${request.kind}.${answer}`,
    by: actor.personId,
    inspectionId: request.inspectionId,
    facts: {
      side: asking.member.side,
      version: request.versionId,
      via: word.via ?? 'tap',
      reason: word.reason ?? null,
    },
    values: reasonText ? { reasonText: { value: reasonText } } : {},
  });
  return mine;
}

/** Whoever became a leader after the asking answers as well; the answer needs a row to stand on. */
async function askedPerson(work: Work, actor: Actor, { request, member }: Asking): Promise<Recipient> {
  const capacity = isLeader(member.role) ? 'leader' : 'secretary';
  const asked = { personId: actor.personId, side: member.side, capacity } as const;
  await addRecipients(work, request.pairId, request.id, [asked]);
  return (await recipientOf(work, request.id, actor.personId))!;
}

/** The side that asked learns the answer; `withReason`: and the reason given. */
export async function tellAsker(
  work: Work,
  asking: Asking,
  mine: Recipient,
  note: OutcomeNote,
  withReason: boolean,
): Promise<void> {
  const { request } = asking;
  const side = asking.member.side === 'a' ? 'b' : 'a';
  const people = await peopleOf(work, request.pairId, side, ['secretary', 'chair', 'vice']);
  await tellPeople(
    work,
    people.map((personId) => ({
      pairId: request.pairId,
      kind: 'outcome',
      personId,
      ref: {
        inspectionId: request.inspectionId,
        requestId: request.id,
        note,
        ...(withReason ? { recipientId: mine.id } : {}),
      },
    })),
  );
}

/** What a request asks to be confirmed; undefined: something else, or nothing that this transaction may see. */
export async function askedKind(work: Work, requestId: number): Promise<PendingKind | undefined> {
  const [row] = await work.tx
    .select({ kind: requestTable.kind })
    .from(requestTable)
    .where(eq(requestTable.id, requestId));
  return row && isPendingKind(row.kind) ? row.kind : undefined;
}
