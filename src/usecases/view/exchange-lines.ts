import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import type { Side } from '../../domain/side.ts';
import type { Logged } from '../exchange/load-exchange.ts';
import { receiverOf } from '../exchange/load-exchange.ts';
import { datedArg, text } from '../said.ts';
import { joined, plain } from './paged.ts';

/** What a reader on one side sees of an entry at an instant. */
export type ExchangeReader = { side: Side; nowMs: number };

/** "TĐ-2026-003 · văn bản đi · đột xuất": the direction as the reader's side sees it. */
export const exchangeHead = ({ entry }: Logged, { side }: ExchangeReader): Text =>
  joined([
    plain(entry.code),
    text(entry.fromSide === side ? 'exchange-out' : 'exchange-in'),
    text(`channel-${entry.channel}`),
    entry.nature === 'periodic' && text('nature-periodic'),
  ]);

/** The document: whose, its symbol and day, or what stands in its place. */
export function documentText({ entry, committees }: Logged): Text {
  const issuer = committees[entry.fromSide].shortName;
  const day = { day: entry.documentDay };
  if (entry.symbol !== null) return text('exchange-document', { issuer, symbol: entry.symbol, day });
  return text('exchange-no-document', { issuer, channel: text(`channel-${entry.channel}`), day });
}

/** What it is about: the inspection by its code, else the target; a sensitive kind shows the code alone (C4). */
export function aboutText({ about, target }: Logged): Text | undefined {
  if (about) {
    const code = about.code ?? String(about.id);
    return target && !isSensitiveKind(about.kind)
      ? text('exchange-about-case', { code, target })
      : text('exchange-about-code', { code });
  }
  return target ? text('exchange-about-target', { target }) : undefined;
}

/** Whether it was received, by which side. */
export function receiptText({ entry, committees }: Logged): Text {
  const receiver = committees[receiverOf(entry)].shortName;
  if (entry.receipt === null) return text('exchange-unreceived', { receiver });
  return text(`exchange-receipt-${entry.receipt}`, { receiver, at: datedArg(entry.receiptAt!) });
}

/** The answer that is waited for, or that has come; `answer` is its code. */
export function answerText(
  { entry }: Logged,
  reader: ExchangeReader,
  answer: string | undefined,
): Text | undefined {
  if (entry.answeredAt !== null) return text('exchange-answered', { code: answer ?? '–' });
  if (entry.answerDueAt === null) return undefined;
  const isLate = entry.answerDueAt.toMillis() <= reader.nowMs;
  return text(isLate ? 'exchange-answer-late' : 'exchange-answer-due', { due: datedArg(entry.answerDueAt) });
}

/** Whether the entry stands as the reader's side may know it: a correction that has not crossed is not known yet. */
export function standing(
  logged: Logged,
  codes: { supersededBy?: string | undefined; supersedes?: string | undefined },
): Text[] {
  const { entry } = logged;
  return [
    ...(entry.state === 'recalled' ? [text('exchange-recalled')] : []),
    ...(codes.supersededBy ? [text('exchange-superseded-by', { code: codes.supersededBy })] : []),
    ...(codes.supersedes ? [text('exchange-supersedes', { code: codes.supersedes })] : []),
  ];
}
