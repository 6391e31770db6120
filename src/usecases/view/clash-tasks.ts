import { groupBy } from '../group-by.ts';
import { clashesIn } from '../inspection/open-clashes.ts';
import type { Actor } from '../work.ts';
import type { CaseTask } from './case-tasks.ts';

/** One task for each inspection of one's own side with overlaps that nobody has settled (R2); it has no deadline. */
export function clashTasks(actor: Actor, json: string): CaseTask[] {
  const byCase = groupBy(clashesIn(actor, json), (one) => one.inspectionId);
  return [...byCase].map(([inspectionId, [one]]) => ({
    kind: 'overlap',
    ...{ pairId: one!.pairId, code: one!.code },
    ...{ inspectionId, requestId: null, dueAt: null },
  }));
}
