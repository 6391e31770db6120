import { inArray } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';
import type { List } from './form.ts';

/** People to choose from, each by the id that the step looks for again. */
export const peopleList = (people: readonly { id: number; name: string }[]): List => ({
  items: people.map(({ id, name }) => ({ name, value: String(id) })),
});

/** Names by person. */
export async function namesOf(work: Work, personIds: number[]): Promise<Map<number, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, personIds));
  return new Map(rows.map((row) => [row.id, row.name]));
}
