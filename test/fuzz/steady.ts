import type { Office } from '../../src/usecases/begin-work.ts';
import type { Random } from './random.ts';

/** An office whose salts and invitations come from the seed, so that a run comes out the same. */
export function steadyOffice(office: Office, random: Random): Office {
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => random.below(256)));
  return {
    ...office,
    work: (scope, fn) =>
      office.work(scope, (work) => fn({ ...work, random: (count) => bytes(count).toString('base64url') })),
  };
}

/** While it runs whatever draws lots in this process draws from the seed. */
export async function withSteadyChance<T>(random: Random, run: () => Promise<T>): Promise<T> {
  const { random: before } = Math;
  Math.random = () => random.below(2 ** 32) / 2 ** 32;
  try {
    return await run();
  } finally {
    Math.random = before;
  }
}
