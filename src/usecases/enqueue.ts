import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { insertMany } from '../../db/insert-many.ts';
import { groupChat, outbox, telegramAccount } from '../../db/schema/index.ts';
import { LANE, type Lane } from '../domain/lanes.ts';
import type { Message } from '../domain/message.ts';
import type { Says } from '../domain/noise.ts';
import { placeRows } from './absence/place-rows.ts';
import { saysOf, type Told } from './outbox/kinds.ts';
import { withinRoom } from './outbox/within-room.ts';
import type { Work } from './work.ts';

type Row = Told & {
  pairId: number | null;
  lane?: Lane;
  notBefore?: DateTime;
};

/** What is said to a person. */
export type ToldRow = Row & {
  personId: number;
  /** Khẩn: always with a sound, and goes through to those who are away. */
  isUrgent?: boolean;
  /** To this person it is news, whatever its kind asks of others. */
  isNews?: boolean;
  /** About the absence itself: told although they are away. */
  goesAnyway?: boolean;
};

/**
 * Says something to people through their active accounts; those without one are left out and returned (R6: nobody is lost). For
 * those who are away it is deferred, or told to the colleague who stands in as well. Whether it makes a sound follows from what it says
 * and is decided when it goes out, over everything the person has heard (R15); no sender decides it.
 */
export async function tellPeople(work: Work, told: ToldRow[]): Promise<{ unreached: number[] }> {
  if (told.length === 0) return { unreached: [] };
  const rows = await placeRows(work, told);
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
  const values = reached.map((row) => ({
    ...rowValues(work, row, saysTo(row)),
    personId: row.personId,
    chatId: chats.get(row.personId)!,
  }));
  await insertMany(work.tx, outbox, await withinRoom(work, values));
  return { unreached: people.filter((id) => !chats.has(id)) };
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

/** Says something into these groups, without a sound: who hears it there is not known, and whoever is asked is told (R15). */
export async function tellChats(work: Work, chatIds: number[], row: Row): Promise<void> {
  await insertMany(
    work.tx,
    outbox,
    chatIds.map((chatId) => ({ ...rowValues(work, row, 'informs'), chatId, isGroup: true })),
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
  row: Row & { isGroup?: boolean },
): Promise<void> {
  const { isGroup = false, ...given } = row;
  await insertMany(
    work.tx,
    outbox,
    shown.map((one) => ({
      ...rowValues(work, { ...given, lane: LANE.digest }, 'informs'),
      ref: { ...given.ref, editOf: one.id },
      chatId: one.chatId,
      isGroup,
      personId: one.personId ?? null,
      editMessageId: one.messageId,
      coalesceKey: editKey(one),
    })),
  );
}

/** A finished message to a chat: the answer to what was typed or tapped there, or an edit of `editMessageId`; false: there was no room for it. */
export async function sayInChat(
  work: Work,
  chat: { chatId: number; isGroup?: boolean; threadId?: number; personId?: number; locale?: 'vi' | 'en' },
  message: Message,
  editMessageId?: number,
): Promise<boolean> {
  const ref = { message, locale: chat.locale, threadId: chat.threadId };
  const row = {
    ...rowValues(work, { pairId: null, kind: 'said', ref, lane: LANE.answer }, 'answer'),
    chatId: chat.chatId,
    isGroup: chat.isGroup ?? false,
    personId: chat.personId ?? null,
    editMessageId: editMessageId ?? null,
    coalesceKey: editMessageId ? `${chat.chatId}-${editMessageId}` : null,
  };
  const rows = await withinRoom(work, [row]);
  await insertMany(work.tx, outbox, rows);
  return rows[0]?.ref === row.ref;
}

function saysTo(row: ToldRow): Says {
  if (row.lane === LANE.answer) return 'answer';
  if (row.isUrgent) return 'urgent';
  return row.isNews ? 'informs' : saysOf(row);
}

function rowValues(work: Work, row: Row, says: Says) {
  return {
    pairId: row.pairId,
    kind: row.kind,
    ref: row.ref,
    lane: row.lane ?? LANE.notice,
    says,
    silent: says === 'informs',
    notBefore: row.notBefore ?? work.now,
    createdAt: work.now,
  };
}
