import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { recipient, request } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

/** Of these recipients of notices those who answered an earlier one of the same inspection: of them it is asked again (R5). */
export async function answeredBefore(work: Work, recipientIds: readonly number[]): Promise<Set<number>> {
  if (recipientIds.length === 0) return new Set();
  const [earlier, was] = [alias(request, 'earlier'), alias(recipient, 'was')];
  const rows = await work.tx
    .selectDistinct({ id: recipient.id })
    .from(recipient)
    .innerJoin(request, eq(request.id, recipient.requestId))
    .innerJoin(
      earlier,
      and(
        eq(earlier.inspectionId, request.inspectionId),
        eq(earlier.kind, 'notice'),
        lt(earlier.id, request.id),
      ),
    )
    .innerJoin(
      was,
      and(eq(was.requestId, earlier.id), eq(was.personId, recipient.personId), isNotNull(was.answeredAt)),
    )
    .where(inArray(recipient.id, [...recipientIds]));
  return new Set(rows.map((row) => row.id));
}
