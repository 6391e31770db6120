import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { LANE } from '../enqueue.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

/** Tally edits of one message go out at most this often; the last state always does. */
const TALLY_EVERY_SECONDS = 5;

/** The groups' message of this notice shows the new tally by a silent edit (R15). */
export async function tellTally(work: Work, found: Case, request: Request): Promise<void> {
  const shown = await work.tx
    .select({ chatId: outbox.chatId, messageId: outbox.messageId })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'group-event'),
        eq(outbox.state, 'sent'),
        isNotNull(outbox.messageId),
        sql`(${outbox.ref}->>'requestId')::int = ${request.id}`,
      ),
    );
  const waiting = await waitingEdits(work, shown.map(keyOf));
  const fresh = shown.filter((message) => !waiting.has(keyOf(message)));
  if (fresh.length === 0) return;
  await work.tx.insert(outbox).values(
    fresh.map((message) => ({
      pairId: found.inspection.pairId,
      chatId: message.chatId,
      isGroup: true,
      lane: LANE.digest,
      kind: 'group-tally',
      ref: { requestId: request.id, inspectionId: found.inspection.id },
      silent: true,
      editMessageId: message.messageId,
      coalesceKey: keyOf(message),
      notBefore: work.now.plus({ seconds: TALLY_EVERY_SECONDS }),
      createdAt: work.now,
    })),
  );
}

const keyOf = (message: { chatId: number; messageId: number | null }): string =>
  `${message.chatId}-${message.messageId}`;

/** An edit that still waits will show the latest tally when it is composed; a second one would only push it back. */
async function waitingEdits(work: Work, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set();
  const rows = await work.tx
    .select({ key: outbox.coalesceKey })
    .from(outbox)
    .where(and(inArray(outbox.coalesceKey, keys), eq(outbox.state, 'pending')));
  return new Set(rows.map((row) => row.key));
}
