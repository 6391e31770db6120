import { type FormData, next, type Step, type Taken } from './form.ts';

/**
 * A step of the proposal form inside another form: where it would go on, `after` says where to; it stays where it stays
 * itself (pages, choices that toggle).
 */
export function within(
  name: string,
  step: Step,
  after: (data: FormData) => string,
  back?: (data: FormData) => string,
): Step {
  const lead = (taken: Taken): Taken =>
    taken.kind === 'next' && taken.step !== name ? next(taken.data, after(taken.data)) : taken;
  const { take, choose } = step;
  return {
    ask: step.ask,
    ...(step.isFree ? { isFree: true } : {}),
    ...(take ? { take: async (...given) => lead(await take(...given)) } : {}),
    ...(choose ? { choose: async (...given) => lead(await choose(...given)) } : {}),
    ...(back ? { back } : {}),
  };
}
