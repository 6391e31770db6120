import { concludeInspection } from '../../src/usecases/inspection/conclude-inspection.ts';
import { addRecommendation } from '../../src/usecases/outcome/add-recommendation.ts';
import { recordOutcome } from '../../src/usecases/outcome/record-outcome.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { AN_GIANG } from './outcome-desk.ts';
import type { SeededPair } from './seed.ts';

type Act = <T extends object>(key: string, fn: (work: Work, actor: Actor) => Promise<T>) => Promise<T>;

/** Concludes an inspection under way, led by side b, with its counts and one recommendation: the ids under their names. */
export async function seedOutcome(act: Act, { pairId }: SeededPair, id: number) {
  await act('b-secretary', (work, actor) =>
    concludeInspection(work, actor, id, {
      symbol: '12-KL/UBKTTU',
      documentDay: work.now.toISODate()!,
      insisted: false,
    }),
  );
  await act('b-secretary', (work, actor) => recordOutcome(work, actor, id, AN_GIANG));
  const added = await act('b-secretary', (work, actor) =>
    addRecommendation(work, actor, id, { words: 'Bổ sung quy chế làm việc' }),
  );
  if (!('row' in added)) throw new Error('the recommendation was refused');
  return { pair: pairId, rec: added.row.id };
}
