import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { insertMany } from '../../db/insert-many.ts';
import { groupChat, outbox, telegramAccount } from '../../db/schema/index.ts';
import type { Message } from '../domain/message.ts';
import type { OutboxRef } from '../domain/outbox.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { placeRows } from './absence/place-rows.ts';
import { pushesToday } from './outbox/pushes-today.ts';
import type { Work } from './work.ts';

export const LANE = { answer: 0, notice: 1, digest: 2 } as const;

/** The kinds of outbox rows; each but `said` is composed again at sending, from ids. */
export type OutboxKind =
  | 'said'
  | 'proposal'
  | 'decision'
  | 'approval'
  | 'push'
  | 'reminder'
  | 'own-leader'
  | 'across'
  | 'day-before'
  | 'change'
  | 'outcome'
  | 'group-event'
  | 'group-tally'
  | 'exchange'
  | 'exchange-state'
  | 'exchange-news'
  | 'exchange-step'
  | 'plan'
  | 'file'
  | 'chain-head'
  | 'digest'
  | 'board'
  | 'while-away'
  | 'plan-finding';

type Row = {
  pairId: number | null;
  kind: OutboxKind;
  ref: OutboxRef;
  lane?: 0 | 1 | 2;
  /** Not given: with a sound, as far as the day's pushes allow (R15). */
  silent?: boolean;
  notBefore?: DateTime;
};

/** What is said to a person. */
export type ToldRow = Row & {
  personId: number;
  /** Khẩn: goes through to those who are away. */
  isUrgent?: boolean;
  /** About the absence itself: told although they are away. */
  goesAnyway?: boolean;
};

/**
 * Says something to people through their active accounts; those without one are left out and returned (R6: nobody is lost). For
 * those who are away it is held, or told to the colleague who stands in as well.
 */
export async function tellPeople(work: Work, told: ToldRow[]): Promise<{ unreached: number[] }> {
  if (told.length === 0) return { unreached: [] };
  const rows = await placeRows(work, await withinTheDay(work, told));
  const people = [...new Set(rows.map((row) => row.personId))];
  const accounts = await work.tx
    .select({ personId: telegramAccount.personId, chatId: telegramAccount.chatId })
    .from(telegramAccount)
    .where(
      and(
        inArray(telegramAccount.personId, people),
        eq(telegramAccount.state, 'active'),
        isNull(telegramAccount.unreachableAt),
      ),
    );
  const chats = new Map(accounts.map((account) => [account.personId, account.chatId]));
  const reached = rows.filter((row) => chats.has(row.personId));
  await insertMany(
    work.tx,
    outbox,
    reached.map((row) => ({
      ...rowValues(work, row),
      personId: row.personId,
      chatId: chats.get(row.personId)!,
    })),
  );
  return { unreached: people.filter((id) => !chats.has(id)) };
}

/** Where the sender has not judged it, what goes beyond so many pushes a day makes no sound; Khẩn does (R15). */
async function withinTheDay(work: Work, told: ToldRow[]): Promise<ToldRow[]> {
  const isOpen = (row: ToldRow) => row.silent === undefined && row.lane !== LANE.answer && !row.isUrgent;
  const people = [...new Set(told.filter(isOpen).map((row) => row.personId))];
  const pushes = await pushesToday(work, people);
  const left = new Map(
    people.map((id) => [id, DEFAULT_POLICY.maxPushesADay - (pushes.get(id) ?? []).length]),
  );
  return told.map((row) => {
    if (!isOpen(row)) return row;
    const more = left.get(row.personId)!;
    left.set(row.personId, more - 1);
    return { ...row, silent: more <= 0 };
  });
}

/** Says something into the groups bound to a committee. */
export async function tellGroups(work: Work, committeeId: number, row: Row): Promise<void> {
  const groups = await work.tx
    .select({ chatId: groupChat.chatId })
    .from(groupChat)
    .where(and(eq(groupChat.committeeId, committeeId), isNull(groupChat.leftAt)));
  await tellChats(
    work,
    groups.map((group) => group.chatId),
    row,
  );
}

/** Says something into these groups. */
export async function tellChats(work: Work, chatIds: number[], row: Row): Promise<void> {
  await insertMany(
    work.tx,
    outbox,
    chatIds.map((chatId) => ({ ...rowValues(work, row), chatId, isGroup: true })),
  );
}

/** A message of ours in a chat; its id is not known before it has gone out. */
export type ShownMessage = { id: number; chatId: number; messageId: number | null; personId?: number | null };

/** Edits of one message coalesce under this: by the message where it is known, by its row until it is. */
export const editKey = ({ id, chatId, messageId }: ShownMessage): string =>
  messageId === null ? `row-${id}` : `${chatId}-${messageId}`;

/** Messages that show a state are edited without a sound (R15); what they say then is composed when the edit goes out. */
export async function editShown(
  work: Work,
  shown: ShownMessage[],
  row: Pick<Row, 'kind' | 'ref' | 'notBefore' | 'pairId'> & { isGroup?: boolean },
): Promise<void> {
  const { isGroup = false, ...given } = row;
  await insertMany(
    work.tx,
    outbox,
    shown.map((one) => ({
      ...rowValues(work, { ...given, lane: LANE.digest, silent: true }),
      ref: { ...given.ref, editOf: one.id },
      chatId: one.chatId,
      isGroup,
      personId: one.personId ?? null,
      editMessageId: one.messageId,
      coalesceKey: editKey(one),
    })),
  );
}

/** A finished message to a chat: the answer to what was typed or tapped there, or an edit of `editMessageId`. */
export async function sayInChat(
  work: Work,
  chat: { chatId: number; isGroup?: boolean; threadId?: number; personId?: number; locale?: 'vi' | 'en' },
  message: Message,
  editMessageId?: number,
): Promise<void> {
  await work.tx.insert(outbox).values({
    ...rowValues(work, {
      pairId: null,
      kind: 'said',
      ref: { message, locale: chat.locale, threadId: chat.threadId },
      lane: LANE.answer,
    }),
    chatId: chat.chatId,
    isGroup: chat.isGroup ?? false,
    personId: chat.personId ?? null,
    editMessageId: editMessageId ?? null,
    coalesceKey: editMessageId ? `${chat.chatId}-${editMessageId}` : null,
  });
}

function rowValues(work: Work, row: Row) {
  return {
    pairId: row.pairId,
    kind: row.kind,
    ref: row.ref,
    lane: row.lane ?? LANE.notice,
    silent: row.silent ?? false,
    notBefore: row.notBefore ?? work.now,
    createdAt: work.now,
  };
}
