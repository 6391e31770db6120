import { and, eq, inArray, sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { type Room, roomFor } from '../../domain/answer-room.ts';
import { LANE } from '../../domain/lanes.ts';
import { message, text } from '../said.ts';
import type { Work } from '../work.ts';
import type { RefOf } from './kinds.ts';

type NewRow = typeof outbox.$inferInsert;

/** Marks the row that says it. */
const TOO_MANY = 'too-many';

/**
 * Of rows for the outbox those that find room: answers beyond what may wait for their chat become one word, then nothing. The
 * others stay as they are. Answers get their place among those of their chat.
 */
export async function withinRoom(work: Work, rows: NewRow[]): Promise<NewRow[]> {
  const answers = rows.filter((row) => row.lane === LANE.answer);
  if (answers.length === 0) return rows;
  const waiting = await waitingFor(work, [...new Set(answers.map((row) => row.chatId))]);
  return rows.flatMap((row) => {
    // All of them name the same columns (insertMany).
    if (row.lane !== LANE.answer) return [{ ...row, place: 0 }];
    const keys = waiting.get(row.chatId) ?? new Set<string>();
    waiting.set(row.chatId, keys);
    const room = roomFor({
      answers: keys.size,
      replaces: !!row.coalesceKey && keys.has(row.coalesceKey),
      isToldTooMany: keys.has(TOO_MANY),
    });
    if (room.kind !== 'drop')
      keys.add(room.kind === 'say' ? (row.coalesceKey ?? `new-${keys.size}`) : TOO_MANY);
    return placed(row, room);
  });
}

function placed(row: NewRow, room: Room): NewRow[] {
  if (room.kind === 'drop') return [];
  if (room.kind === 'say') return [{ ...row, place: room.place }];
  const { locale, threadId } = row.ref as Partial<RefOf<'said'>>;
  const ref: RefOf<'said'> = {
    message: message([text('too-many-at-once')]),
    told: TOO_MANY,
    locale,
    threadId,
  };
  return [{ ...row, kind: 'said', ref, place: room.place, editMessageId: null, coalesceKey: null }];
}

/** What waits by chat, named so that edits of one message have one name. */
async function waitingFor(work: Work, chatIds: number[]): Promise<Map<number, Set<string>>> {
  const rows = await work.tx
    .select({
      chatId: outbox.chatId,
      name: sql<string>`coalesce(${outbox.ref}->>'told', ${outbox.coalesceKey}, ${outbox.id}::text)`,
    })
    .from(outbox)
    .where(and(inArray(outbox.chatId, chatIds), eq(outbox.state, 'pending'), eq(outbox.lane, LANE.answer)));
  const names = new Map<number, Set<string>>();
  for (const { chatId, name } of rows) names.set(chatId, (names.get(chatId) ?? new Set()).add(name));
  return names;
}
