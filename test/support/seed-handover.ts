import type { Office } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { answerHandover } from '../../src/usecases/handover/answer-handover.ts';
import { offerHandover } from '../../src/usecases/handover/offer-handover.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type HandoverName = 'handover';

/** The đầu mối of side a has offered the duties to the second member of the side. */
export async function seedHandover(
  office: Office,
  { cast, pairId }: SeededPair,
  leaves = false,
): Promise<States<HandoverName>> {
  const toPerson = cast['a-member-2']!.id;
  const id = await office.work({ pairs: 'all' }, async (work) => {
    const giver = (await findActor(work, cast['a-secretary']!.userId))!;
    const offered = await offerHandover(work, giver, { pairId, toPerson, leaves });
    if (isRefused(offered)) throw new Error(offered.refused.key);
    return offered.offer.id;
  });
  return { handover: { id, requests: { pair: pairId, to: toPerson } } };
}

/** The successor takes over. */
export const takeOver = (office: Office, { cast }: SeededPair, id: number): Promise<void> =>
  office.work({ pairs: 'all' }, async (work) => {
    const successor = (await findActor(work, cast['a-member-2']!.userId))!;
    const taken = await answerHandover(work, successor, id, true);
    if (isRefused(taken)) throw new Error(taken.refused.key);
  });
