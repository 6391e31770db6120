import type { Discipline } from '../../src/domain/outcome.ts';
import { addRecommendation, type NewRecommendation } from '../../src/usecases/outcome/add-recommendation.ts';
import { recordOutcome } from '../../src/usecases/outcome/record-outcome.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { type ChangeDesk, openChangeDesk } from './change-desk.ts';
import type { SeededPair } from './seed.ts';
import { type Shown, shown } from './view-desk.ts';

/** An Giang, from 6/2022: ten organisations, all reprimanded; 46 members = 30 + 15 + 1. */
export const AN_GIANG: Discipline = {
  organisations: { total: 10, reprimand: 10, warning: 0, dissolution: 0 },
  members: { total: 46, reprimand: 30, warning: 15, dismissal: 0, expulsion: 1 },
};

export const NOTHING: Discipline = {
  organisations: { total: 0, reprimand: 0, warning: 0, dissolution: 0 },
  members: { total: 0, reprimand: 0, warning: 0, dismissal: 0, expulsion: 0 },
};

/** Three quarters before the desk's clock. */
export const PERIOD = { periodFrom: '2026-01-01', periodTo: '2026-10-01' };

export type OutcomeDesk = Awaited<ReturnType<typeof openOutcomeDesk>>;

/** A desk with concluded inspections: side a proposed, side b led. */
export async function openOutcomeDesk() {
  const desk = await openChangeDesk();
  return {
    ...desk,
    concluded: (given: Parameters<ChangeDesk['agreed']>[0] = {}, seeded: SeededPair = desk.one) =>
      desk.agreed({ ...given, state: 'concluded' }, seeded),
    record: (key: string, id: number, given: Discipline, seeded = desk.one) =>
      desk.by(key, (work, actor) => recordOutcome(work, actor, id, given), seeded),
    add: async (key: string, id: number, given: NewRecommendation, seeded = desk.one) =>
      desk.by(key, (work, actor) => addRecommendation(work, actor, id, given), seeded),
    /** The id of a new recommendation; throws when it is refused. */
    added: async (id: number, given: NewRecommendation, seeded = desk.one): Promise<number> => {
      const made = await desk.by(
        'b-secretary',
        (work, actor) => addRecommendation(work, actor, id, given),
        seeded,
      );
      if (isRefused(made)) throw new Error(made.refused.key);
      return made.row.id;
    },
    card: (key: string, id: number): Promise<Shown> =>
      desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id))),
  };
}
