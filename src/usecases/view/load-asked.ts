import { eq } from 'drizzle-orm';
import { request } from '../../../db/schema/index.ts';
import { type Case, loadCase } from '../inspection/load-case.ts';
import type { Request } from '../request/load-request.ts';
import type { Work } from '../work.ts';

/** A request with its inspection, to be read: nothing is locked. Undefined: not in the scope of this transaction. */
export async function loadAsked(
  work: Work,
  requestId: number,
): Promise<{ request: Request; found: Case } | undefined> {
  const [row] = await work.tx.select().from(request).where(eq(request.id, requestId));
  const found = row && (await loadCase(work, row.inspectionId));
  return row && found ? { request: row, found } : undefined;
}
