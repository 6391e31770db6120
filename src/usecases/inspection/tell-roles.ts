import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import { tellPeople } from '../enqueue.ts';
import type { Actor, Work } from '../work.ts';
import type { Case } from './load-case.ts';

/**
 * Whose role in the team is another learns it, where the notice of the version that holds has told them of the old one; but for the one who
 * did it. Nothing is asked of them, so it makes no sound (R15), and what they answered stands.
 */
export async function tellRoles(work: Work, actor: Actor, found: Case, moved: number[]): Promise<void> {
  const { id: inspectionId, pairId } = found.inspection;
  const people = moved.filter((one) => one !== actor.personId && !found.shutPeople.includes(one));
  if (people.length === 0) return;
  const rows = await work.tx
    .select({ personId: recipient.personId })
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        eq(request.kind, 'notice'),
        ne(request.state, 'void'),
        inArray(recipient.personId, people),
        isNull(recipient.replacedBy),
      ),
    );
  await tellPeople(
    work,
    distinct(rows.map(({ personId }) => personId)).map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId, note: 'team_role' },
    })),
  );
}
