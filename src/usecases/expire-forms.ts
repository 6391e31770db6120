import { and, eq, lte } from 'drizzle-orm';
import { form } from '../../db/schema/index.ts';
import type { Work } from './work.ts';

/** Ends forms that nobody touched for a day; their data are deleted (C5). Returns how many. */
export async function expireForms(work: Work): Promise<number> {
  const rows = await work.tx
    .update(form)
    .set({ state: 'expired', data: {}, changedAt: work.now })
    .where(and(eq(form.state, 'open'), lte(form.expiresAt, work.now)))
    .returning({ id: form.id });
  return rows.length;
}
