import { and, eq, gte, inArray } from 'drizzle-orm';
import { digestSlot } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

/** What a digest says and what is said so shortly after it belong together. */
const TOGETHER_MINUTES = 10;

/** Those of these people to whom a digest has just been handed out. */
export async function digestedNow(work: Work, people: number[]): Promise<Set<number>> {
  if (people.length === 0) return new Set();
  const rows = await work.tx
    .select({ personId: digestSlot.personId })
    .from(digestSlot)
    .where(
      and(
        inArray(digestSlot.personId, people),
        eq(digestSlot.state, 'told'),
        gte(digestSlot.doneAt, work.now.minus({ minutes: TOGETHER_MINUTES })),
      ),
    );
  return new Set(rows.map((row) => row.personId));
}
