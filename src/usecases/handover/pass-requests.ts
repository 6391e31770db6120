import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import { loadCase } from '../inspection/load-case.ts';
import type { Recipient } from '../request/load-request.ts';
import type { Work } from '../work.ts';
import type { Handover } from './load-handover.ts';

/**
 * What was asked of the former đầu mối as such and is not answered is asked of the successor in their place, as with a substitute: the
 * old row is kept and replaced. Places on teams and areas in charge are the person's own and stay.
 */
export async function passRequests(work: Work, offer: Handover): Promise<void> {
  const rows = await work.tx
    .select({ row: recipient, inspectionId: request.inspectionId })
    .from(recipient)
    .innerJoin(request, eq(request.id, recipient.requestId))
    .where(
      and(
        eq(recipient.pairId, offer.pairId),
        eq(recipient.personId, offer.fromPerson),
        eq(recipient.side, offer.side),
        eq(recipient.capacity, 'secretary'),
        isNull(recipient.answeredAt),
        isNull(recipient.replacedBy),
        inArray(request.state, ['waiting', 'open']),
      ),
    )
    .orderBy(recipient.id)
    .for('update');
  for (const { row, inspectionId } of rows) {
    const found = await loadCase(work, inspectionId);
    // Whoever belongs to the target is not asked: a row that replaces itself is out.
    const isShut = found?.shutPeople.includes(offer.toPerson) ?? true;
    const replacedBy = isShut ? row.id : await askInstead(work, offer, row);
    await work.tx.update(recipient).set({ replacedBy }).where(eq(recipient.id, row.id));
  }
}

async function askInstead(work: Work, offer: Handover, row: Recipient): Promise<number> {
  const [known] = await work.tx
    .select({ id: recipient.id })
    .from(recipient)
    .where(and(eq(recipient.requestId, row.requestId), eq(recipient.personId, offer.toPerson)));
  if (known) return known.id;
  const { pairId, requestId, side, capacity } = row;
  const [made] = await work.tx
    .insert(recipient)
    .values({ pairId, requestId, side, capacity, personId: offer.toPerson })
    .returning({ id: recipient.id });
  return made!.id;
}
