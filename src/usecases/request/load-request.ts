import { and, eq } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import { type Case, loadCase } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';

export type Request = typeof request.$inferSelect;
export type Recipient = typeof recipient.$inferSelect;

/**
 * Locks the inspection, then the request, always in this order. Undefined: not in the scope of this transaction.
 */
export async function lockRequest(
  work: Work,
  requestId: number,
): Promise<{ request: Request; found: Case } | undefined> {
  const [known] = await work.tx
    .select({ inspectionId: request.inspectionId })
    .from(request)
    .where(eq(request.id, requestId));
  if (!known) return undefined;
  const found = await loadCase(work, known.inspectionId, { lock: true });
  const [row] = await work.tx.select().from(request).where(eq(request.id, requestId)).for('update');
  return found && row ? { request: row, found } : undefined;
}

/** A person's row in a request; undefined: they are not asked. */
export async function recipientOf(
  work: Work,
  requestId: number,
  personId: number,
): Promise<Recipient | undefined> {
  const [row] = await work.tx
    .select()
    .from(recipient)
    .where(and(eq(recipient.requestId, requestId), eq(recipient.personId, personId)));
  return row;
}

/** The request of a kind that is still open for an inspection. */
export async function openRequest(
  work: Work,
  inspectionId: number,
  kind: Request['kind'],
): Promise<Request | undefined> {
  const [row] = await work.tx
    .select()
    .from(request)
    .where(and(eq(request.inspectionId, inspectionId), eq(request.kind, kind), eq(request.state, 'open')));
  return row;
}
