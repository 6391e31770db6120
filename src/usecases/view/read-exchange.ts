import { and, eq, inArray, lte, ne, or } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Button, Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { exchangeFor, hasCrossed, type Logged, receiverOf } from '../exchange/load-exchange.ts';
import { hasLetter } from '../letter/exchange-letter.ts';
import { button, details, isRefused, message, type Refused, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import {
  aboutText,
  answerText,
  documentText,
  exchangeHead,
  receiptText,
  standing,
} from './exchange-lines.ts';

/** The card of an entry with what this person may do now. */
export async function readExchange(work: Work, actor: Actor, id: number): Promise<Message | Refused> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.view');
  if (isRefused(allowed)) return allowed;
  return exchangeCard(work, allowed.member, allowed.logged);
}

/** The card for a member who may see it. */
export async function exchangeCard(work: Work, member: Member, logged: Logged): Promise<Message> {
  const reader = { side: member.side, nowMs: work.now.toMillis() };
  const codes = await codesAround(work, member, logged);
  const { entry } = logged;
  return details(
    [
      exchangeHead(logged, reader),
      documentText(logged),
      entry.subject !== null && text('exchange-subject', { subject: entry.subject }),
      aboutText(logged),
      receiptText(logged),
      answerText(logged, reader, codes.answeredBy),
      ...standing(logged, codes),
    ],
    exchangeButtons(member, logged, reader.nowMs),
  );
}

/** After the word on a document: the tapped message may be a push that is not protected, so it bears the code alone (C7). */
export const confirmedMessage = ({ entry }: Logged): Message =>
  message(
    [text(`exchange-confirmed-${entry.receipt ?? 'received'}`, { code: entry.code })],
    [
      button('button-open', act('x', { id: entry.id })),
      ...(entry.receipt === 'received' && entry.answeredAt === null && entry.answerDueAt !== null
        ? [button('button-exchange-answer', act('xans', { id: entry.id }))]
        : []),
    ],
  );

type Codes = {
  answeredBy?: string | undefined;
  supersededBy?: string | undefined;
  supersedes?: string | undefined;
};

/** The codes of the entries that it is tied to, as far as the reader's side may see them. */
async function codesAround(work: Work, member: Member, { entry }: Logged): Promise<Codes> {
  const ids = [entry.answeredById, entry.supersededById, entry.supersedesId].filter((id) => id !== null);
  if (ids.length === 0) return {};
  const rows = await work.tx
    .select({ id: exchange.id, code: exchange.code })
    .from(exchange)
    .where(
      and(
        eq(exchange.pairId, entry.pairId),
        inArray(exchange.id, ids),
        or(
          eq(exchange.loggedSide, member.side),
          and(lte(exchange.crossesAt, work.now), ne(exchange.state, 'recalled')),
        ),
      ),
    );
  const codes = new Map(rows.map((row) => [row.id, row.code]));
  return {
    answeredBy: codes.get(entry.answeredById ?? 0),
    supersededBy: codes.get(entry.supersededById ?? 0),
    supersedes: codes.get(entry.supersedesId ?? 0),
  };
}

/** By side, role and state: recall while it waits; receipt, answer and correction while it stands. */
function exchangeButtons(member: Member, logged: Logged, nowMs: number): Button[] {
  const { entry, about } = logged;
  const may = (act: Parameters<typeof mayDo>[1]): boolean =>
    mayDo(member, act, { owner: entry.loggedSide, asked: receiverOf(entry) });
  const isWaiting = entry.state === 'waiting' && !hasCrossed(entry, nowMs);
  const stands = entry.state === 'open' || entry.state === 'waiting';
  const isToReceive = stands && may('exchange.receive') && entry.receipt !== 'received';
  const isToAnswer = stands && may('exchange.answer') && entry.answeredAt === null && !isWaiting;
  return [
    ...(isWaiting && may('exchange.recall')
      ? [
          button('button-recall', act('xrecall', { id: entry.id }), 'danger'),
          button('button-send-now', act('xnow', { id: entry.id })),
        ]
      : []),
    ...(isToReceive
      ? [
          button('button-exchange-received', act('xack', { id: entry.id, receipt: 'received' }), 'success'),
          ...(entry.receipt === null
            ? [
                button(
                  'button-exchange-not-received',
                  act('xack', { id: entry.id, receipt: 'not_received' }),
                ),
                button('button-exchange-wrong', act('xack', { id: entry.id, receipt: 'wrong_addressee' })),
              ]
            : []),
        ]
      : []),
    ...(isToAnswer ? [button('button-exchange-answer', act('xans', { id: entry.id }))] : []),
    ...(stands && !isWaiting && may('exchange.correct')
      ? [button('button-exchange-correct', act('xfix', { id: entry.id }))]
      : []),
    ...(about ? [button('button-card', act('card', { id: about.id }))] : []),
    ...(hasLetter(logged) && may('letter.draft')
      ? [button('button-letter', act('xletter', { id: entry.id }))]
      : []),
    button('button-history', act('xhist', { id: entry.id })),
    button('button-exchange-list', act('xl', { state: 'a', side: 'a' })),
  ];
}
