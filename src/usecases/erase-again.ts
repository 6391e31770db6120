import { inArray, isNotNull } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import { erasePerson } from './erase-person.ts';
import { erasedKey } from './import-org-stored.ts';
import type { Work } from './work.ts';

/** Somebody who was erased: the bare id, and the digest that stands for their key. */
export type Erased = { id: number; key: string };

/**
 * Erases whoever of `listed` is there with their data (C8): an id alone would hit whoever got it after an older backup, so the key must
 * be the same. `all`: everybody who is erased then; `again`: how many were just now.
 */
export async function eraseAgain(work: Work, listed: Erased[]): Promise<{ again: number; all: Erased[] }> {
  const keys = new Map(listed.map(({ id, key }) => [id, key]));
  const people = await work.tx
    .select({ id: person.id, key: person.key })
    .from(person)
    .where(inArray(person.id, [...keys.keys()]));
  let again = 0;
  for (const { id, key } of people)
    if (erasedKey(key) === keys.get(id) && (await erasePerson(work, id, null, { isAgain: true }))) again += 1;
  const all = await work.tx
    .select({ id: person.id, key: person.key })
    .from(person)
    .where(isNotNull(person.erasedAt));
  return { again, all };
}
