import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  ANSWER_DUE_SOURCES,
  CHANNELS,
  DIRECTIONS,
  hasSubject,
  hasSymbol,
  NATURES,
} from '../../domain/exchange.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { NewExchange } from '../exchange/check-new-exchange.ts';

/** What the form of the ledger gathers. `due`: an ISO instant; '' and null stand for "none". */
export const exchangeData = z.object({
  pairId: z.number(),
  direction: z.enum(DIRECTIONS).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** The question of secrecy was answered with "no" (C1). */
  secretAsked: z.boolean().optional(),
  symbol: z.string().optional(),
  /** As it was typed, with a year if there was one. */
  symbolTyped: z.string().optional(),
  insisted: z.boolean().optional(),
  refusedSymbol: z.string().optional(),
  day: z.string().optional(),
  aboutAsked: z.boolean().optional(),
  inspectionId: z.number().optional(),
  targetId: z.number().optional(),
  /** The inspection is of a kind that bears no text (C4). */
  isSensitive: z.boolean().optional(),
  subject: z.string().optional(),
  due: z
    .object({ at: z.string(), source: z.enum(ANSWER_DUE_SOURCES) })
    .nullable()
    .optional(),
  nature: z.enum(NATURES).optional(),
  slotId: z.number().optional(),
  /** Opened to meet that duty: its nature and its way are not asked. */
  isForSlot: z.boolean().optional(),
  answersId: z.number().optional(),
  supersedesId: z.number().optional(),
});
export type ExchangeData = z.infer<typeof exchangeData>;

/** Whether the entry bears a symbol, and whether it says what it is about: secret mail does neither (C4). Not asked yet, it may. */
export const bearsSymbol = ({ channel }: ExchangeData): boolean =>
  channel === undefined || hasSymbol(channel);
export const bearsSubject = ({ channel }: ExchangeData): boolean =>
  channel === undefined || hasSubject(channel);

/** Whether a part that is free text is still to be asked for. */
export const lacksText = (data: ExchangeData): boolean =>
  (bearsSymbol(data) && data.symbol === undefined && data.refusedSymbol === undefined) ||
  (bearsSubject(data) && !data.isSensitive && data.subject === undefined);

/** What the use case takes; throws when a question is still open: a bug. */
export function newExchangeOf(data: ExchangeData): NewExchange {
  // Secret mail is asked nothing about its nature (C4).
  const { direction, channel, nature = 'ad_hoc', day } = data;
  if (!direction || !channel || !day) throw new Error('the form is not complete');
  const due = data.due ?? undefined;
  return {
    direction,
    channel,
    nature,
    symbol: data.symbol,
    insisted: data.insisted,
    documentDay: day,
    subject: data.subject || undefined,
    inspectionId: data.inspectionId,
    targetId: data.inspectionId === undefined ? data.targetId : undefined,
    answerDue: due && { dueAt: DateTime.fromISO(due.at, { zone: ZONE }), source: due.source },
    answersId: data.answersId,
    slotId: data.slotId,
    supersedesId: data.supersedesId,
  };
}
