import { DateTime } from 'luxon';
import type { AnswerDueSource, Channel, Direction, Nature } from '../../domain/exchange.ts';
import { hasSubject, hasSymbol } from '../../domain/exchange.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { NewExchange } from '../exchange/check-new-exchange.ts';
import type { FormData } from './form.ts';

/** What the form of the ledger gathers. `due`: an ISO instant; '' and null stand for "none". */
export type ExchangeData = {
  pairId: number;
  direction?: Direction;
  channel?: Channel;
  /** The question of secrecy was answered with "no" (C1). */
  secretAsked?: boolean;
  symbol?: string;
  /** As it was typed, with a year if there was one. */
  symbolTyped?: string;
  insisted?: boolean;
  refusedSymbol?: string;
  day?: string;
  aboutAsked?: boolean;
  inspectionId?: number;
  targetId?: number;
  /** The inspection is of a kind that bears no text (C4). */
  isSensitive?: boolean;
  subject?: string;
  due?: { at: string; source: AnswerDueSource } | null;
  nature?: Nature;
  slotId?: number;
  answersId?: number;
  supersedesId?: number;
};

export const exchangeOf = (data: FormData): ExchangeData => data as ExchangeData;

/** The first question that is still open; `preview` when all are answered. Secrecy comes before the first free text (C1). */
export function openExchangeStep(data: ExchangeData): string {
  if (data.direction === undefined) return 'direction';
  if (data.channel === undefined) return 'channel';
  const asks = { symbol: hasSymbol(data.channel), subject: hasSubject(data.channel) && !data.isSensitive };
  const isFree = (asks.symbol && data.symbol === undefined) || (asks.subject && data.subject === undefined);
  if (isFree && !data.secretAsked) return 'secret';
  if (asks.symbol && data.symbol === undefined)
    return data.refusedSymbol === undefined ? 'symbol' : 'refused';
  if (data.day === undefined) return 'day';
  if (asks.subject && !data.aboutAsked && data.inspectionId === undefined && data.targetId === undefined)
    return 'about';
  if (asks.subject && data.subject === undefined) return 'subject';
  if (data.due === undefined) return 'due';
  return data.nature === undefined ? 'nature' : 'preview';
}

/** What the use case takes; throws when a question is still open: a bug. */
export function newExchangeOf(data: ExchangeData): NewExchange {
  if (openExchangeStep(data) !== 'preview') throw new Error('the form is not complete');
  const due = data.due ?? undefined;
  return {
    direction: data.direction!,
    channel: data.channel!,
    nature: data.nature!,
    symbol: data.symbol,
    insisted: data.insisted,
    documentDay: data.day!,
    subject: data.subject || undefined,
    inspectionId: data.inspectionId,
    targetId: data.inspectionId === undefined ? data.targetId : undefined,
    answerDue: due && { dueAt: DateTime.fromISO(due.at, { zone: ZONE }), source: due.source },
    answersId: data.answersId,
    slotId: data.slotId,
    supersedesId: data.supersedesId,
  };
}
