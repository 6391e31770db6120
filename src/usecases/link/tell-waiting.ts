import { and, eq, inArray, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import {
  exchange,
  membership,
  outbox,
  recipient,
  request,
  telegramAccount,
} from '../../../db/schema/index.ts';
import { directionOf } from '../../domain/exchange.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import type { RequestKind } from '../../domain/request.ts';
import { otherSide } from '../../domain/side.ts';
import { type ToldRow, tellPeople } from '../enqueue.ts';
import { ENTRY } from '../exchange/load-exchange.ts';
import { toTell } from '../exchange/tell-exchange.ts';
import type { Work } from '../work.ts';
import { acrossPairs } from './across-pairs.ts';
import { inForceOn } from './own-side.ts';

/** What each kind of request is said by. */
const SAID_BY = {
  notice: 'push',
  proposal: 'proposal',
  approval: 'approval',
  decision: 'decision',
  change: 'change',
  stop: 'change',
  not_held: 'change',
} as const satisfies Record<RequestKind, OutboxKind>;

/**
 * Whoever can be reached again, or by a new account, gets what still waits for them and has not arrived: what was given up because
 * they could not be reached, what was asked of them meanwhile, documents without a receipt. It is composed when it goes out, so that what is
 * settled since is left out.
 */
export async function tellWaiting(work: Work, personId: number): Promise<void> {
  await acrossPairs(work, async () => {
    await sendAgain(work, personId);
    await tellPeople(work, [...(await asksOf(work, personId)), ...(await documentsFor(work, personId))]);
  });
}

/** Rows that failed for the chat alone. A finished message has lost its text, and an edit what it edits. */
async function sendAgain(work: Work, personId: number): Promise<void> {
  const [account] = await work.tx
    .select({ chatId: telegramAccount.chatId })
    .from(telegramAccount)
    .where(and(eq(telegramAccount.personId, personId), eq(telegramAccount.state, 'active')));
  if (!account) return;
  await work.tx
    .update(outbox)
    .set({ state: 'pending', reason: null, retryAt: null, chatId: account.chatId })
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.state, 'failed'),
        eq(outbox.reason, 'unreachable'),
        ne(outbox.kind, 'said'),
        isNull(outbox.editMessageId),
      ),
    );
}

/** Nothing of theirs about it waits or has gone out. */
const isUntold = (work: Work, personId: number, about: SQL) =>
  notExists(
    work.tx
      .select({ one: sql`1` })
      .from(outbox)
      .where(
        and(
          eq(outbox.personId, personId),
          inArray(outbox.state, ['pending', 'claimed', 'sending', 'sent']),
          about,
        ),
      ),
  );

async function asksOf(work: Work, personId: number): Promise<ToldRow[]> {
  const rows = await work.tx
    .select({ recipientId: recipient.id, asked: request })
    .from(recipient)
    .innerJoin(request, eq(request.id, recipient.requestId))
    .innerJoin(
      membership,
      and(
        eq(membership.pairId, recipient.pairId),
        eq(membership.personId, recipient.personId),
        inForceOn(membership, work.now.toISODate()!),
      ),
    )
    .where(
      and(
        eq(recipient.personId, personId),
        eq(request.state, 'open'),
        isNull(recipient.deliveredAt),
        isNull(recipient.answeredAt),
        isNull(recipient.replacedBy),
        isUntold(work, personId, sql`(${outbox.ref}->>'recipientId')::int = ${recipient.id}`),
      ),
    )
    .orderBy(recipient.id);
  return rows.map(({ recipientId, asked: { id: requestId, kind, pairId, inspectionId, urgent } }) => ({
    pairId,
    personId,
    kind: SAID_BY[kind],
    isUrgent: urgent,
    ref: { requestId, recipientId, inspectionId },
  }));
}

/** Documents of the other side that wait for the receipt of one's own, where this person gives it. */
async function documentsFor(work: Work, personId: number): Promise<ToldRow[]> {
  const mine = await work.tx
    .select({ pairId: membership.pairId, side: membership.side })
    .from(membership)
    .where(
      and(
        eq(membership.personId, personId),
        eq(membership.role, 'secretary'),
        inForceOn(membership, work.now.toISODate()!),
      ),
    );
  if (mine.length === 0) return [];
  const entries = await work.tx
    .select(ENTRY)
    .from(exchange)
    .where(
      and(
        or(...mine.map((one) => and(eq(exchange.pairId, one.pairId), ne(exchange.loggedSide, one.side)))),
        eq(exchange.state, 'open'),
        isNull(exchange.receipt),
        isUntold(work, personId, sql`(${outbox.ref}->>'exchangeId')::int = ${exchange.id}`),
      ),
    )
    .orderBy(exchange.id);
  const told: ToldRow[] = [];
  for (const entry of entries) {
    if (directionOf(entry) !== 'out') continue;
    const people = await toTell(work, entry, otherSide(entry.loggedSide), ['secretary']);
    if (people.includes(personId))
      told.push({ pairId: entry.pairId, personId, kind: 'exchange', ref: { exchangeId: entry.id } });
  }
  return told;
}
