import type { Mode } from '../../src/domain/inspection.ts';
import { loadPlan, type Planned } from '../../src/usecases/plan/load-plan.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { visibleItems } from '../../src/usecases/plan/visible-items.ts';
import { addItems, type NewItem } from '../../src/usecases/plan/write-items.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import type { SeededPair } from './seed.ts';
import { openViewDesk } from './view-desk.ts';

/** The year whose plan is worked on at the desk. */
export const PLAN_YEAR = 2027;

/** A line as it would be typed, about the target Y; a week in March. */
export const planLine = (desk: { one: SeededPair }, given: Partial<NewItem> = {}): NewItem => ({
  targetId: desk.one.targets.y!,
  kind: 'compliance',
  subject: 'Việc chấp hành quy chế làm việc',
  leadSide: 'a',
  mode: 'coordinate' as Mode,
  windowFrom: '2027-03-08',
  windowTo: '2027-03-13',
  source: 'typed',
  ...given,
});

export type YearPlanDesk = Awaited<ReturnType<typeof openYearPlanDesk>>;

/** A view desk with the first pair's plan of 2027 opened; people by the keys of its cast. */
export async function openYearPlanDesk() {
  const desk = await openViewDesk();
  const by = <T>(key: string, fn: (work: Work, actor: Actor) => Promise<T>, seeded = desk.one): Promise<T> =>
    desk.as(seeded.cast[key]!.userId, fn);
  const open = (key: string, year?: number, seeded = desk.one) =>
    by(key, (work, actor) => openPlan(work, actor, seeded.pairId, year), seeded);
  const opened = await open('a-secretary', PLAN_YEAR);
  if (isRefused(opened)) throw new Error(opened.refused.key);
  const planId = opened.plan.id;
  const plan = (): Promise<Planned> =>
    desk.office.work({ pairs: 'all' }, async (work) => (await loadPlan(work, planId))!);
  return {
    ...desk,
    planId,
    by,
    open,
    plan,
    /** Adds lines; the ids, or the key of the refusal. */
    add: (key: string, lines: NewItem[], seeded = desk.one) =>
      by(
        key,
        async (work, actor) => {
          const added = await addItems(work, actor, planId, lines);
          return isRefused(added) ? added.refused.key : added.ids;
        },
        seeded,
      ),
    /** The lines that someone sees, in order. */
    seen: async (key: string, seeded = desk.one) => {
      const planned = await plan();
      return by(key, (work, actor) => visibleItems(work, actor, planned), seeded);
    },
  };
}
