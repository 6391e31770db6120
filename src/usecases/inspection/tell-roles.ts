import { tellPeople } from '../enqueue.ts';
import type { Actor, Work } from '../work.ts';
import type { Case } from './load-case.ts';
import { askedByNotice } from './tell-schedule.ts';

/**
 * Whose role in the team is another learns it, where the notice of the version that holds has told them of the old one; but for the one who
 * did it. Nothing is asked of them, so it makes no sound (R15), and what they answered stands.
 */
export async function tellRoles(work: Work, actor: Actor, found: Case, moved: number[]): Promise<void> {
  const { id: inspectionId, pairId } = found.inspection;
  const people = moved.filter((one) => one !== actor.personId && !found.shutPeople.includes(one));
  if (people.length === 0) return;
  const asked = await askedByNotice(work, inspectionId);
  await tellPeople(
    work,
    people
      .filter((one) => asked.has(one))
      .map((personId) => ({
        ...{ pairId, personId },
        kind: 'outcome',
        ref: { inspectionId, note: 'team_role' },
      })),
  );
}
