import { and, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { DateTime } from 'luxon';
import { exchange } from '../../../db/schema/index.ts';
import { directionOf } from '../../domain/exchange.ts';
import type { ActionData } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { ENTRY, type Entry, hasCrossed, receiverOf } from '../exchange/load-exchange.ts';
import { receiptDue } from '../exchange/write-exchange-steps.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { shutTargets } from './visible.ts';

export type LedgerTaskKind = 'exchange-receive' | 'exchange-answer' | 'exchange-disputed';

/** `name`: the code of the entry; `opens`: the button's data. */
export type LedgerTask = {
  kind: LedgerTaskKind;
  pairId: number;
  name: string;
  opens: ActionData;
  dueAt: DateTime | null;
};

/** More than this is worked off from the ledger itself. */
const MOST = 200;

/** What waits for a đầu mối in the ledger: documents to confirm and to answer, disputed ones to look into. */
export async function ledgerTasks(work: Work, actor: Actor): Promise<LedgerTask[]> {
  const pairs = actor.members.filter((member) => member.role === 'secretary').map((member) => member.pairId);
  if (pairs.length === 0) return [];
  const entries = await openEntries(work, actor, pairs);
  return entries.flatMap((entry) => tasksOf(work, actor, entry));
}

/**
 * Open entries that may be the actor's side's turn, those with a deadline first. Two walks along an index each, whatever the length
 * of the ledger: what is not confirmed, and what is confirmed but not answered.
 */
function openEntries(work: Work, actor: Actor, pairs: number[]): Promise<Entry[]> {
  const part = (waits: SQL | undefined) =>
    work.tx
      .select(ENTRY)
      .from(exchange)
      .where(
        and(
          inArray(exchange.pairId, pairs),
          inArray(exchange.state, ['waiting', 'open']),
          waits,
          turnOf(actor),
          or(isNull(exchange.targetId), sql`${exchange.targetId} not in ${shutTargets(actor)}`),
        ),
      );
  const isAsked = sql`${exchange.answerDueAt} is not null and ${exchange.answeredAt} is null`;
  return unionAll(
    part(sql`${exchange.receipt} is distinct from 'received'`),
    part(and(eq(exchange.receipt, 'received'), isAsked)),
  )
    .orderBy(sql`answer_due_at asc nulls last`, sql`crosses_at`)
    .limit(MOST);
}

/** It is the other side's document, or the other side disputes what one's own side logged. */
const turnOf = (actor: Actor): SQL | undefined =>
  or(
    ...(['a', 'b'] as const).map((side) => {
      const pairs = actor.members.filter((member) => member.side === side).map((member) => member.pairId);
      const isDisputed = and(eq(exchange.loggedSide, side), ne(exchange.receipt, 'received'));
      return and(inArray(exchange.pairId, pairs), or(ne(exchange.fromSide, side), isDisputed));
    }),
  );

function tasksOf(work: Work, actor: Actor, entry: Entry): LedgerTask[] {
  const { side } = memberIn(actor, entry.pairId)!;
  const isOwnLogging = side === entry.loggedSide;
  if (!isOwnLogging && !hasCrossed(entry, work.now.toMillis())) return [];
  const task = (kind: LedgerTaskKind, dueAt: DateTime | null): LedgerTask => ({
    kind,
    pairId: entry.pairId,
    name: entry.code,
    opens: act('x', { id: entry.id }),
    dueAt,
  });
  const isReceiver = side === receiverOf(entry);
  const isToAnswer = isReceiver && entry.answerDueAt !== null && entry.answeredAt === null;
  const isDisputed = entry.receipt !== null && entry.receipt !== 'received';
  if (isReceiver && entry.receipt === null && directionOf(entry) === 'out')
    return [task('exchange-receive', receiptDue(work, entry))];
  if (isToAnswer && !isDisputed) return [task('exchange-answer', entry.answerDueAt)];
  return isOwnLogging && isDisputed ? [task('exchange-disputed', null)] : [];
}
