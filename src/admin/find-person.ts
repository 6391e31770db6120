import { eq } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import { nearTo } from '../usecases/org-file-issues.ts';
import { type Refused, refuse } from '../usecases/said.ts';
import type { Work } from '../usecases/work.ts';

/** The person of a key of the organisation file, or a refusal that names the nearest key. */
export async function findPerson({ tx }: Work, key: string): Promise<typeof person.$inferSelect | Refused> {
  const [found] = await tx.select().from(person).where(eq(person.key, key));
  if (found) return found;
  const keys = await tx.select({ key: person.key }).from(person);
  return refuse('admin-no-person', {
    key,
    near: nearTo(
      key,
      keys.map((row) => row.key),
    ),
  });
}
