import { and, eq } from 'drizzle-orm';
import { dutySlot, target } from '../../../db/schema/index.ts';
import { type AnswerDue, checkAnswerDue } from '../../domain/answer-due.ts';
import { type Channel, type Direction, hasSubject, hasSymbol, type Nature } from '../../domain/exchange.ts';
import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { insistedSymbol, parseSymbol, symbolKey } from '../../domain/symbol.ts';
import { caseFor } from '../inspection/access.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { authoriseExchange, type Entry, loadExchange, receiverOf } from './load-exchange.ts';

/** What a person logs. `documentDay` 'YYYY-MM-DD'; talks and calls bear the day they were held. */
export type NewExchange = {
  direction: Direction;
  channel: Channel;
  nature: Nature;
  symbol?: string | undefined;
  insisted?: boolean | undefined;
  documentDay: string;
  subject?: string | undefined;
  inspectionId?: number | undefined;
  targetId?: number | undefined;
  answerDue?: AnswerDue | undefined;
  answersId?: number | undefined;
  slotId?: number | undefined;
  supersedesId?: number | undefined;
};

/** The checked entry: written as it stands here. */
export type Checked = {
  fromSide: Side;
  docType: string | null;
  symbol: string | null;
  symbolKey: string | null;
  subject: string | null;
  targetId: number | null;
  targetName: string | null;
  answers: Entry | undefined;
};

/** Most characters of a subject. */
export const LONGEST_SUBJECT = 500;

/** Everything that could be wrong with a new entry (C3, C4, R4, R9), said one at a time; nothing is stored before it passes. */
export async function checkNewExchange(
  work: Work,
  actor: Actor,
  member: Member,
  given: NewExchange,
): Promise<Checked | Refused> {
  const wrong = checkTexts(given) ?? checkDays(work, given);
  if (wrong) return wrong;
  const about = await checkAbout(work, actor, member, given);
  if (isRefused(about)) return about;
  const fromSide = given.direction === 'out' ? member.side : otherSide(member.side);
  const answers = await checkAnswers(work, actor, fromSide, given);
  if (answers && isRefused(answers)) return answers;
  const slot = await checkSlot(work, member, given);
  if (slot) return slot;
  const symbol = given.symbol ?? null;
  const parsed = parseSymbol(symbol ?? '');
  return {
    fromSide,
    docType: parsed.kind === 'ok' ? parsed.type : null,
    symbol,
    symbolKey: symbol === null ? null : symbolKey(symbol),
    subject: given.subject ? nfc(given.subject) : null,
    ...about,
    answers,
  };
}

function checkTexts({ channel, symbol, insisted, subject }: NewExchange): Refused | undefined {
  for (const words of [subject, symbol])
    if (words && findSecret(words).kind === 'refused') return refuse('secret-refused');
  if (subject && !hasSubject(channel)) return refuse('exchange-secret-no-text');
  if (subject && subject.length > LONGEST_SUBJECT) return refuse('form-too-long', { max: LONGEST_SUBJECT });
  if (symbol === undefined) return channel === 'mail' ? refuse('exchange-symbol-missing') : undefined;
  if (!hasSymbol(channel)) return refuse('exchange-secret-no-text');
  const isRead = parseSymbol(symbol).kind === 'ok' || (insisted && insistedSymbol(symbol) === symbol);
  return isRead ? undefined : refuse('form-symbol-impossible');
}

function checkDays(work: Work, { documentDay, answerDue }: NewExchange): Refused | undefined {
  if (documentDay > work.now.toISODate()!)
    return refuse('exchange-day-future', { day: { day: documentDay } });
  const fault = answerDue && checkAnswerDue(answerDue, work.now, documentDay);
  return fault ? refuse(`exchange-due-${fault.fault}`, { day: { day: documentDay } }) : undefined;
}

/** The inspection or target that it is about; a sensitive kind bears no subject (C4). */
async function checkAbout(
  work: Work,
  actor: Actor,
  member: Member,
  { inspectionId, targetId, subject }: NewExchange,
): Promise<Pick<Checked, 'targetId' | 'targetName'> | Refused> {
  if (inspectionId !== undefined) {
    const allowed = await caseFor(work, actor, inspectionId, 'inspection.view');
    if (isRefused(allowed) || allowed.found.inspection.pairId !== member.pairId)
      return refuse('refused-not-found');
    const isSensitive = isSensitiveKind(allowed.found.version.kind);
    if (isSensitive && subject) return refuse('exchange-sensitive-no-text');
    return { targetId: allowed.found.target.id, targetName: isSensitive ? null : allowed.found.target.name };
  }
  if (targetId === undefined) return { targetId: null, targetName: null };
  const [row] = await work.tx
    .select()
    .from(target)
    .where(and(eq(target.pairId, member.pairId), eq(target.id, targetId)));
  if (!row) return refuse('refused-not-found');
  if (row.toDay !== null && row.toDay <= work.now.toISODate()!)
    return refuse('refused-target-ended', { target: row.name, day: { day: row.toDay } });
  return { targetId, targetName: row.name };
}

/** An answer goes the other way than what it answers, which is still open. */
async function checkAnswers(
  work: Work,
  actor: Actor,
  fromSide: Side,
  { answersId }: NewExchange,
): Promise<Entry | Refused | undefined> {
  if (answersId === undefined) return undefined;
  const logged = await loadExchange(work, answersId, { lock: true });
  const allowed = authoriseExchange(logged, actor, 'exchange.view', work.now.toMillis());
  if (isRefused(allowed)) return allowed;
  const { entry } = allowed.logged;
  if (receiverOf(entry) !== fromSide) return refuse('exchange-answers-wrong-way');
  if (entry.answeredAt !== null) return refuse('exchange-answered-already');
  return entry.state === 'superseded' || entry.state === 'recalled' ? refuse('refused-state') : entry;
}

/** Only what goes out meets a duty of one's own side. */
async function checkSlot(
  work: Work,
  member: Member,
  { slotId, direction }: NewExchange,
): Promise<Refused | undefined> {
  if (slotId === undefined) return undefined;
  const [slot] = await work.tx
    .select()
    .from(dutySlot)
    .where(and(eq(dutySlot.pairId, member.pairId), eq(dutySlot.id, slotId)))
    .for('update');
  if (!slot || slot.side !== member.side || direction !== 'out') return refuse('refused-not-found');
  return slot.state === 'open' ? undefined : refuse('duty-closed-already');
}
