import { and, eq } from 'drizzle-orm';
import { form, telegramAccount } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';
import { wantsFile } from './run-form.ts';

/** Whether the person behind an active account has a form open at a step that takes a file; one query, nothing is locked. */
export async function waitsForFile(work: Work, userId: number): Promise<boolean> {
  const [row] = await work.tx
    .select({ kind: form.kind, step: form.step, data: form.data, trail: form.trail })
    .from(form)
    .innerJoin(telegramAccount, eq(telegramAccount.personId, form.personId))
    .where(
      and(eq(telegramAccount.userId, userId), eq(telegramAccount.state, 'active'), eq(form.state, 'open')),
    );
  return row !== undefined && wantsFile(row);
}
