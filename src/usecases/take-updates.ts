import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { insertMany } from '../../db/insert-many.ts';
import { updateInHand, updateSeen } from '../../db/schema/index.ts';
import { answerStranger } from './answer-stranger.ts';
import { sayInChat } from './enqueue.ts';
import { findActor } from './find-actor.ts';
import { message, text } from './said.ts';
import type { Work } from './work.ts';

/** An update by its number, and where its sender is answered. Never what it says. */
export type UpdateNote = {
  updateId: number;
  chatId: number | undefined;
  userId: number | undefined;
  isGroup: boolean;
  locale: 'vi' | 'en';
};

/** Enters updates as begun, before anything of them is handled; gives how often each had been begun before, 0 left out. */
export async function takeUpdates(
  work: Work,
  botId: number,
  notes: UpdateNote[],
): Promise<Map<number, number>> {
  if (notes.length === 0) return new Map();
  const ids = notes.map(({ updateId }) => updateId);
  const before = await work.tx
    .select({ updateId: updateInHand.updateId, starts: updateInHand.starts })
    .from(updateInHand)
    .where(and(eq(updateInHand.botId, botId), inArray(updateInHand.updateId, ids)));
  await insertMany(
    work.tx,
    updateInHand,
    notes.map((note) => ({
      ...note,
      chatId: note.chatId ?? null,
      userId: note.userId ?? null,
      botId,
      starts: 1,
      failures: 0,
      takenAt: work.now,
    })),
    { skipExisting: true },
  );
  return new Map(before.filter(({ starts }) => starts > 0).map((row) => [row.updateId, row.starts]));
}

/** One of those that were begun before is begun once more. */
export async function countStart(work: Work, botId: number, updateId: number): Promise<void> {
  await work.tx
    .update(updateInHand)
    .set({ starts: sql`${updateInHand.starts} + 1` })
    .where(and(eq(updateInHand.botId, botId), eq(updateInHand.updateId, updateId)));
}

/** Counts a failure; returns how often this update has failed, this time included. */
export async function countFailure(work: Work, botId: number, updateId: number): Promise<number> {
  const [row] = await work.tx
    .insert(updateInHand)
    .values({ botId, updateId, starts: 0, failures: 1, takenAt: work.now, isGroup: false, locale: 'vi' })
    .onConflictDoUpdate({
      target: [updateInHand.botId, updateInHand.updateId],
      set: { failures: sql`${updateInHand.failures} + 1` },
    })
    .returning({ failures: updateInHand.failures });
  return row!.failures;
}

/** Telegram will not give these again: should the process end before they are settled, their senders are told at its next start. */
export async function passUpdates(work: Work, botId: number, updateIds: number[]): Promise<void> {
  await work.tx
    .update(updateInHand)
    .set({ passedAt: work.now })
    .where(and(eq(updateInHand.botId, botId), inArray(updateInHand.updateId, updateIds)));
}

/** An update is settled; that it was in hand is forgotten in the same transaction. */
export async function letGo(work: Work, botId: number, updateId: number): Promise<void> {
  await work.tx
    .delete(updateInHand)
    .where(and(eq(updateInHand.botId, botId), eq(updateInHand.updateId, updateId)));
}

/** Tells each chat whose updates were passed and ended with the process that they were not read; how many there were. */
export async function tellPassed(work: Work, botId: number): Promise<number[]> {
  const lost = await work.tx
    .delete(updateInHand)
    .where(and(eq(updateInHand.botId, botId), isNotNull(updateInHand.passedAt)))
    .returning();
  await settleAll(
    work,
    botId,
    lost.map(({ updateId }) => updateId),
  );
  const chats = new Map(lost.map((row) => [row.chatId, row]));
  for (const row of chats.values())
    await sayTo(work, { ...row, userId: row.userId ?? undefined }, 'input-passed');
  return lost.map(({ updateId }) => updateId);
}

/** Settles unread what one person sent beyond `read` at once; each of `told` stands for a sender who must hear of it now. */
export async function settleSurplus(
  work: Work,
  botId: number,
  surplus: number[],
  told: UpdateNote[],
  read: number,
): Promise<void> {
  await settleAll(work, botId, surplus);
  for (const note of told) await sayTo(work, note, 'input-too-many', { count: read });
}

/** Says to a sender that what bore a mark was not taken, and whether it still stands in the chat (C1, C3). */
export async function warnOfSecret(work: Work, note: UpdateNote, isGone: boolean): Promise<void> {
  await sayTo(work, note, 'secret-refused');
  if (!isGone) await sayTo(work, note, 'secret-left');
}

async function settleAll(work: Work, botId: number, updateIds: number[]): Promise<void> {
  await insertMany(
    work.tx,
    updateSeen,
    updateIds.map((updateId) => ({ botId, updateId, seenAt: work.now, outcome: 'failed' as const })),
    { skipExisting: true },
  );
}

type Reached = Pick<UpdateNote, 'userId' | 'isGroup' | 'locale'> & { chatId: number | null | undefined };

async function sayTo(
  work: Work,
  { chatId, userId, isGroup, locale }: Reached,
  key: 'input-passed' | 'input-too-many' | 'secret-refused' | 'secret-left',
  args?: Record<string, number>,
): Promise<void> {
  if (chatId === null || chatId === undefined) return;
  const actor = userId === undefined ? undefined : await findActor(work, userId);
  const chat = { chatId, isGroup, locale: isGroup ? undefined : (actor?.locale ?? locale) };
  const said = message([text(key, args)]);
  if (actor) await sayInChat(work, { ...chat, personId: actor.personId }, said);
  else await answerStranger(work, chat, said);
}
