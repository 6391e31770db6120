import { eq } from 'drizzle-orm';
import { groupChat, outbox } from '../../db/schema/index.ts';
import type { Work } from './work.ts';

/** A group became a supergroup: the stored chat ids follow, what waits for the old id too. Safe to repeat. */
export async function noteMigrated(work: Work, oldChatId: number, newChatId: number): Promise<void> {
  await work.tx.update(groupChat).set({ chatId: newChatId }).where(eq(groupChat.chatId, oldChatId));
  await work.tx.update(outbox).set({ chatId: newChatId }).where(eq(outbox.chatId, oldChatId));
}
