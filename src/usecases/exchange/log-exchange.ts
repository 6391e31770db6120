import { eq } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { exchange } from '../../../db/schema/index.ts';
import { exchangeVector, foldExchange } from '../../domain/exchange-words.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Policy } from '../../domain/policy.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type Checked, checkNewExchange, type NewExchange } from './check-new-exchange.ts';
import { findSameDocument } from './find-same.ts';
import { joinExchange } from './join-exchange.ts';
import { ENTRY, type Entry } from './load-exchange.ts';
import { nextExchangeCode } from './next-exchange-code.ts';
import { supersedeExchange } from './supersede-exchange.ts';
import { tellOfNew } from './tell-exchange.ts';
import { writeExchangeSteps } from './write-exchange-steps.ts';

/** `isJoined`: the other side had logged this document already; `seconds`: how long it can be recalled. */
export type LoggedExchange = { entry: Entry; isJoined: boolean; seconds: number };

/**
 * Logs an exchange (R7): the entry, its obligations and what is said to the other side after the time for recall. A document that
 * the other side has logged is joined to its entry, not doubled; one that one's own side has logged is refused with its code.
 */
export async function logExchange(
  work: Work,
  actor: Actor,
  pairId: number,
  given: NewExchange,
): Promise<LoggedExchange | Refused> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'exchange.log')) return refuse('refused-secretary-only');
  // Before anything is looked for: two loggings of one document queue here.
  const code = await nextExchangeCode(work, pairId);
  const checked = await checkNewExchange(work, actor, member, given);
  if (isRefused(checked)) return checked;
  const { pair } = await loadPair(work, pairId);
  const same = await findOwnOrOther(work, member, checked, given);
  if (same && isRefused(same)) return same;
  const { supersedesId } = given;
  if (supersedesId !== undefined) {
    const refused = await supersedeExchange(work, actor, supersedesId, checked.fromSide);
    if (refused) return refused;
  }
  const logged = same
    ? await joinExchange(work, actor, member, same, {
        answers: checked.answers,
        slotId: given.slotId,
      })
    : await write(work, actor, member, { code, policy: pair.policy, checked, given });
  if (supersedesId !== undefined)
    await work.tx
      .update(exchange)
      .set({ supersededById: logged.entry.id })
      .where(eq(exchange.id, supersedesId));
  return logged;
}

async function findOwnOrOther(
  work: Work,
  member: Member,
  { fromSide, symbolKey }: Checked,
  { documentDay, supersedesId }: NewExchange,
): Promise<Entry | Refused | undefined> {
  if (symbolKey === null) return undefined;
  const { pairId } = member;
  const same = await findSameDocument(work, { pairId, fromSide, symbolKey, documentDay });
  if (!same || same.id === supersedesId) return undefined;
  return same.loggedSide === member.side ? refuse('exchange-logged-already', { code: same.code }) : same;
}

type Written = { code: string; policy: Policy; checked: Checked; given: NewExchange };

async function write(work: Work, actor: Actor, member: Member, written: Written): Promise<LoggedExchange> {
  const { policy, checked, given } = written;
  const crossesAt = work.now.plus({ seconds: policy.recallSeconds });
  const [entry] = await work.tx
    .insert(exchange)
    .values(valuesOf(work, actor, member, written, crossesAt))
    .returning(ENTRY);
  await audit(work, {
    pairId: member.pairId,
    type: 'exchange.logged',
    by: actor.personId,
    exchangeId: entry!.id,
    facts: {
      code: entry!.code,
      side: member.side,
      from: entry!.fromSide,
      channel: given.channel,
      nature: given.nature,
      day: given.documentDay,
      due: entry!.answerDueAt?.toUTC().toISO() ?? null,
      answers: given.answersId ?? null,
      supersedes: given.supersedesId ?? null,
      about: given.inspectionId ?? null,
      insisted: given.insisted ?? false,
    },
    values: {
      ...(checked.symbol === null ? {} : { symbol: { value: checked.symbol } }),
      ...(checked.subject === null ? {} : { subject: { value: checked.subject } }),
    },
  });
  await writeExchangeSteps(work, entry!);
  await tellOfNew(work, entry!);
  return { entry: entry!, isJoined: false, seconds: policy.recallSeconds };
}

function valuesOf(
  work: Work,
  actor: Actor,
  { pairId, side }: Member,
  { code, policy, checked, given }: Written,
  crossesAt: DateTime,
): typeof exchange.$inferInsert {
  const { fromSide, docType, symbol, symbolKey, subject, targetId, targetName } = checked;
  const folded = foldExchange({ code, symbol, subject, target: targetName });
  const isOwnReceipt = given.direction === 'in';
  return {
    ...{ pairId, code, fromSide, docType, symbol, symbolKey, subject, targetId, policy, crossesAt, folded },
    words: exchangeVector(pairId, folded),
    loggedSide: side,
    loggedBy: actor.personId,
    loggedAt: work.now,
    nature: given.nature,
    channel: given.channel,
    insisted: given.insisted ?? false,
    documentDay: given.documentDay,
    inspectionId: given.inspectionId ?? null,
    answerDueAt: given.answerDue?.dueAt ?? null,
    answerDueSource: given.answerDue?.source ?? null,
    answersId: given.answersId ?? null,
    slotId: given.slotId ?? null,
    supersedesId: given.supersedesId ?? null,
    state: 'waiting',
    receipt: isOwnReceipt ? 'received' : null,
    receiptBy: isOwnReceipt ? actor.personId : null,
    receiptAt: isOwnReceipt ? work.now : null,
  };
}
