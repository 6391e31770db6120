import { and, eq, gt, sql } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import { LANE } from '../domain/lanes.ts';
import type { Message } from '../domain/message.ts';
import type { Work } from './work.ts';

const ONCE_IN_MINUTES = 60;

/** Where a stranger wrote, and what language their Telegram speaks. */
export type StrangerChat = { chatId: number; isGroup: boolean; threadId?: number; locale?: 'vi' | 'en' };

/**
 * Answers somebody who is nobody here, in the last lane; false: the same was said in this chat within the hour. The outbox row is
 * the memory, so a restart forgets nothing; whoever writes twice at once waits at the lock.
 */
export async function answerStranger(work: Work, chat: StrangerChat, message: Message): Promise<boolean> {
  const { locale, threadId, ...where } = chat;
  const told = message.lines[0]?.key ?? '';
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`stranger ${chat.chatId}`}, 0))`);
  const [before] = await work.tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.chatId, chat.chatId),
        eq(outbox.lane, LANE.stranger),
        gt(outbox.createdAt, work.now.minus({ minutes: ONCE_IN_MINUTES })),
        sql`${outbox.ref}->>'told' = ${told}`,
      ),
    )
    .limit(1);
  if (before) return false;
  await work.tx.insert(outbox).values({
    ...where,
    pairId: null,
    kind: 'said',
    ref: { message, told, locale, threadId },
    lane: LANE.stranger,
    says: 'answer',
    notBefore: work.now,
    createdAt: work.now,
  });
  return true;
}
