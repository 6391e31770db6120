import { groupBy } from '../group-by.ts';
import { openClashes } from '../inspection/open-clashes.ts';
import type { Actor, Work } from '../work.ts';
import type { CaseTask } from './case-tasks.ts';

/** One task for each inspection of one's own side with overlaps that nobody has settled (R2); it has no deadline. */
export async function clashTasks(work: Work, actor: Actor): Promise<CaseTask[]> {
  const byCase = groupBy(await openClashes(work, actor), (one) => one.inspectionId);
  return [...byCase].map(([inspectionId, [one]]) => ({
    kind: 'overlap',
    ...{ pairId: one!.pairId, code: one!.code },
    ...{ inspectionId, requestId: null, dueAt: null },
  }));
}
