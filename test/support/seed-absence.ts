import { recordAbsence } from '../../src/usecases/absence/record-absence.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type AbsenceName = 'absence';

/** An absence of a member of side a, a month from now. */
export async function seedAbsence(office: Office, { cast }: SeededPair): Promise<States<AbsenceName>> {
  const id = await office.work({ pairs: 'all' }, async (work) => {
    const recorded = await recordAbsence(work, (await findActor(work, cast['a-member']!.userId))!, {
      personId: cast['a-member']!.id,
      kind: 'leave',
      fromDay: work.now.plus({ days: 30 }).toISODate()!,
      toDay: work.now.plus({ days: 33 }).toISODate()!,
      redirectTo: null,
    });
    if (isRefused(recorded)) throw new Error(recorded.refused.key);
    return recorded.absence.id;
  });
  return { absence: { id, requests: {} } };
}
