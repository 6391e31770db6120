import { and, desc, eq, ne } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

/** The notice of the version that holds, if this person is asked by it. */
export async function openNoticeOf(
  work: Work,
  inspectionId: number,
  personId: number,
): Promise<number | undefined> {
  const [row] = await work.tx
    .select({ id: request.id })
    .from(request)
    .innerJoin(recipient, eq(recipient.requestId, request.id))
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        eq(request.kind, 'notice'),
        ne(request.state, 'void'),
        eq(recipient.personId, personId),
      ),
    )
    .orderBy(desc(request.id))
    .limit(1);
  return row?.id;
}
