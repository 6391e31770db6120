import { inArray } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Choice } from './form.ts';

const PAGE = 6;
const MORE = 'more';

/** One page of people to choose from, and the way to the next; after the last comes the first again. */
export function personChoices(people: { value: number; name: string }[], page = 0): Choice[] {
  const from = pageStart(people.length, page);
  const shown = people
    .slice(from, from + PAGE)
    .map(({ value, name }): Choice => ({ label: text('plain', { text: name }), value: String(value) }));
  return people.length > PAGE ? [...shown, { label: text('button-more'), value: MORE }] : shown;
}

/** Whether the choice asks for more people. */
export const isMore = (value: string): boolean => value === MORE;

function pageStart(count: number, page: number): number {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  return (page % pages) * PAGE;
}

/** Names by person. */
export async function namesOf(work: Work, personIds: number[]): Promise<Map<number, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, personIds));
  return new Map(rows.map((row) => [row.id, row.name]));
}
