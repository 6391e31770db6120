import { and, eq, inArray } from 'drizzle-orm';
import { request } from '../../../db/schema/index.ts';
import type { RequestKind, RequestState } from '../../domain/request.ts';
import type { Work } from '../work.ts';

/** Ends the open requests of these kinds; the steps look at the request again and skip themselves. */
export async function closeRequests(
  work: Work,
  inspectionId: number,
  kinds: RequestKind[],
  state: Extract<RequestState, 'met' | 'void'>,
): Promise<number[]> {
  const rows = await work.tx
    .update(request)
    .set({ state, closedAt: work.now })
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        inArray(request.kind, kinds),
        inArray(request.state, ['waiting', 'open']),
      ),
    )
    .returning({ id: request.id });
  return rows.map((row) => row.id);
}
