import { hasSubject } from '../../domain/exchange.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { ownSlot } from '../exchange/close-slot.ts';
import { exchangeFor } from '../exchange/load-exchange.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { ExchangeData } from './exchange-data.ts';
import { natureOf } from './exchange-due.ts';
import { exchangeForm } from './exchange-form.ts';
import { openForm } from './open-form.ts';

type Opened = Message | Refused;

/** A new entry in a pair. */
export async function openExchange(work: Work, actor: Actor, pairId: number): Promise<Opened> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'exchange.log')) return refuse('refused-not-allowed');
  return openForm(work, actor, exchangeForm, { pairId }, { pairId });
}

/** An answer to a document of the other side: what it is about is taken over. */
export async function openAnswer(work: Work, actor: Actor, id: number): Promise<Opened> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.answer');
  if (isRefused(allowed)) return allowed;
  const { entry, about } = allowed.logged;
  if (entry.answeredAt !== null) return refuse('exchange-answered-already');
  if (entry.state !== 'open' && entry.state !== 'waiting') return refuse('refused-state');
  const data: ExchangeData = {
    pairId: entry.pairId,
    direction: 'out',
    answersId: id,
    aboutAsked: true,
    nature: 'ad_hoc',
    ...aboutOf(entry),
    isSensitive: about !== undefined && isSensitiveKind(about.kind),
  };
  return openForm(work, actor, exchangeForm, data, { pairId: entry.pairId });
}

/** A correction: the entry as it stands, to be changed; the new one supersedes it (R7). */
export async function openCorrection(work: Work, actor: Actor, id: number): Promise<Opened> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.correct');
  if (isRefused(allowed)) return allowed;
  const { entry, about } = allowed.logged;
  if (entry.state !== 'open' && entry.state !== 'waiting') return refuse('refused-state');
  const isDueAhead = entry.answerDueAt !== null && entry.answerDueAt > work.now;
  const data: ExchangeData = {
    pairId: entry.pairId,
    supersedesId: id,
    direction: entry.fromSide === entry.loggedSide ? 'out' : 'in',
    channel: entry.channel,
    day: entry.documentDay,
    aboutAsked: true,
    ...aboutOf(entry),
    isSensitive: about !== undefined && isSensitiveKind(about.kind),
    nature: entry.nature,
    insisted: entry.insisted,
    due: isDueAhead ? { at: entry.answerDueAt!.toISO()!, source: entry.answerDueSource! } : null,
    ...(entry.symbol === null ? {} : { symbol: entry.symbol }),
    ...(hasSubject(entry.channel) ? { subject: entry.subject ?? '' } : {}),
    ...(entry.answersId === null ? {} : { answersId: entry.answersId }),
  };
  return openForm(work, actor, exchangeForm, data, { pairId: entry.pairId });
}

/** The form of an entry that meets a slot of one's own duties. */
export async function openForSlot(work: Work, actor: Actor, slotId: number): Promise<Opened> {
  const own = await ownSlot(work, actor, slotId);
  if (isRefused(own)) return own;
  if (own.slot.state !== 'open') return refuse('duty-closed-already');
  const { pairId } = own.slot;
  const nature = natureOf(own.slot);
  const data: ExchangeData = { pairId, direction: 'out', nature, slotId, isForSlot: true };
  return openForm(work, actor, exchangeForm, data, { pairId });
}

const aboutOf = ({ inspectionId, targetId }: { inspectionId: number | null; targetId: number | null }) => ({
  ...(inspectionId === null ? {} : { inspectionId }),
  ...(targetId === null || inspectionId !== null ? {} : { targetId }),
});
