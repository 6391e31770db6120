import { type HeadTask, headsToSign } from '../chain/head-tasks.ts';
import { type AccountTask, accountTasks } from '../link/account-tasks.ts';
import type { Actor, Work } from '../work.ts';
import { type CaseTask, caseTasks } from './case-tasks.ts';
import { clashTasks } from './clash-tasks.ts';
import { type DueTask, dueTasks } from './due-tasks.ts';
import { type LedgerTask, ledgerTasks } from './ledger-tasks.ts';
import { type PlanTask, planTasks } from './plan-tasks.ts';

export type Task = CaseTask | LedgerTask | DueTask | PlanTask | HeadTask | AccountTask;

/** What waits for a person, and what the other sides have not answered in time. */
export type Waiting = { tasks: Task[]; unanswered: number };

/** Everything that waits for this person over all their pairs: overdue first, then by deadline, then what has none. */
export const listTasks = async (work: Work, actor: Actor): Promise<Task[]> =>
  (await listWaiting(work, actor)).tasks;

/** The same, with what a digest says of the other sides; seven queries whatever the number of pairs. */
export async function listWaiting(work: Work, actor: Actor): Promise<Waiting> {
  if (actor.members.length === 0) return { tasks: [], unanswered: 0 };
  const { tasks: ofCases, unanswered } = await caseTasks(work, actor);
  const plans = await planTasks(work, actor);
  const tasks = [
    ...ofCases,
    ...(await clashTasks(work, actor)),
    ...(await ledgerTasks(work, actor)),
    ...(await dueTasks(work, actor)),
    ...plans.tasks,
    ...(await headsToSign(work, actor)),
    ...(await accountTasks(work, actor)),
  ];
  return {
    tasks: tasks.sort((one, other) => whenOf(one) - whenOf(other) || idOf(one) - idOf(other)),
    unanswered: unanswered + plans.late,
  };
}

const idOf = (task: Task): number => ('inspectionId' in task ? task.inspectionId : Number.MAX_SAFE_INTEGER);

const whenOf = (task: Task): number => task.dueAt?.toMillis() ?? Number.MAX_SAFE_INTEGER;
