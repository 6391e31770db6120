import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { groupChat, outbox } from '../../../db/schema/index.ts';
import { editKey, editShown, type ShownMessage } from '../enqueue.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

/** Tally edits of one message go out at most this often; the last state always does. */
const TALLY_EVERY_SECONDS = 5;

/**
 * The groups' message of this notice shows the new tally by a silent edit (R15). An edit is composed when it goes out: one
 * that still waits will show the latest state, one that is on its way gets a successor.
 */
export async function tellTally(work: Work, found: Case, request: Request): Promise<void> {
  const shown = await shownMessages(work, found, request);
  const waiting = await waitingEdits(work, shown.map(editKey));
  const fresh = shown.filter((message) => !waiting.has(editKey(message)));
  await editShown(work, fresh, {
    pairId: found.inspection.pairId,
    kind: 'group-tally',
    ref: { requestId: request.id, inspectionId: found.inspection.id },
    isGroup: true,
    notBefore: work.now.plus({ seconds: TALLY_EVERY_SECONDS }),
  });
}

/**
 * The message of each group that shows this notice: the latest, since a deleted one is sent anew. One that waits or is on
 * the wire counts, since it may have been composed before this answer.
 */
async function shownMessages(work: Work, found: Case, request: Request): Promise<ShownMessage[]> {
  const rows = await work.tx
    .select({ id: outbox.id, chatId: outbox.chatId, messageId: outbox.messageId, kind: outbox.kind })
    .from(outbox)
    .innerJoin(
      groupChat,
      and(
        eq(groupChat.chatId, outbox.chatId),
        isNull(groupChat.leftAt),
        inArray(groupChat.committeeId, [found.committees.a.id, found.committees.b.id]),
      ),
    )
    .where(
      and(
        inArray(outbox.kind, ['group-event', 'group-tally']),
        inArray(outbox.state, ['pending', 'claimed', 'sending', 'sent']),
        sql`(${outbox.ref}->>'requestId')::int = ${request.id}`,
      ),
    )
    .orderBy(asc(outbox.id));
  const latest = new Map<number, ShownMessage>();
  for (const row of rows)
    if (row.messageId !== null || row.kind === 'group-event') latest.set(row.chatId, row);
  return [...latest.values()];
}

async function waitingEdits(work: Work, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set();
  const rows = await work.tx
    .select({ key: outbox.coalesceKey })
    .from(outbox)
    .where(and(inArray(outbox.coalesceKey, keys), eq(outbox.state, 'pending')))
    // An edit that is being claimed right now is composed without this answer: wait for the claim, then do not count it.
    .for('update');
  return new Set(rows.map((row) => row.key));
}
