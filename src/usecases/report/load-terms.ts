import { inArray } from 'drizzle-orm';
import { pair } from '../../../db/schema/index.ts';
import { type Term, termOf } from '../../domain/term.ts';
import type { Member, Work } from '../work.ts';

/** The terms of agreements by their pairs; those of which nobody has said one are left out. */
export type Terms = ReadonlyMap<number, Term>;

export async function loadTerms(work: Work, members: readonly Member[]): Promise<Terms> {
  const ids = members.map(({ pairId }) => pairId);
  const rows = await work.tx
    .select({ id: pair.id, policy: pair.policy })
    .from(pair)
    .where(inArray(pair.id, ids));
  return new Map(
    rows.flatMap(({ id, policy }) => {
      const term = termOf(policy);
      return term ? [[id, term] as const] : [];
    }),
  );
}

/** The one term of all these agreements; undefined: some have none, or another. */
export function commonTerm(members: readonly Member[], terms: Terms): Term | undefined {
  const [first, ...more] = members.map(({ pairId }) => terms.get(pairId));
  return more.every((term) => term?.from === first?.from && term?.to === first?.to) ? first : undefined;
}
