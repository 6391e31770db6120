import { sql } from 'drizzle-orm';
import type { Office } from './begin-work.ts';
import { dueHeads, putMonthlyHead } from './chain/put-head.ts';
import { refreshBoards } from './digest/board.ts';
import { runDigests } from './digest/run-digests.ts';
import { openDutySlots } from './exchange/open-duty-slots.ts';
import { runExchangeSteps } from './exchange/run-exchange-steps.ts';
import { expireForms } from './expire-forms.ts';
import { reviveLeases } from './outbox/claim.ts';
import { crossFill, fillsToCross } from './plan/fill-gap.ts';
import { duePlannedNotices, issuePlannedNotice } from './plan/planned-notice.ts';
import { plansToCompare, startComparing } from './plan/start-comparing.ts';
import { dueRequests, runDueSteps } from './request/run-steps.ts';
import type { Work } from './work.ts';

export type Swept = {
  steps: string[];
  forms: number;
  revived: number;
  pending: number;
  oldestSeconds: number;
};

const BATCH = 200;

/** Does what is due by the rows in Postgres; any number of processes may sweep at once. `onError` gets the bugs of one request or step. */
export async function sweep(office: Office, onError: (error: unknown) => void): Promise<Swept> {
  const steps = await doEach(office, onError, HEADS);
  steps.push(...(await tellDigests(office, onError)));
  for (const task of PLAN_TASKS) steps.push(...(await doEach(office, onError, task)));
  const ids = await office.work({ pairs: 'all' }, (work) => dueRequests(work, BATCH));
  for (const id of ids) {
    try {
      const { done } = await office.work({ pairs: 'all' }, (work) => runDueSteps(work, id));
      steps.push(...done);
    } catch (error) {
      // One request that cannot be run must not hold up the others.
      onError(error);
    }
  }
  try {
    steps.push(...(await office.work({ pairs: 'all' }, (work) => runExchangeSteps(work, BATCH, onError))));
    await office.work({ pairs: 'all' }, openDutySlots);
  } catch (error) {
    onError(error);
  }
  return office.work({ pairs: 'all' }, async (work) => ({
    steps,
    forms: await expireForms(work),
    revived: await reviveLeases(work, office.wallNow()),
    ...(await backlog(work)),
  }));
}

type Each = {
  name: string;
  due(work: Work): Promise<number[]>;
  act(work: Work, id: number): Promise<boolean>;
};

/** The monthly heads of the chains. */
const HEADS: Each = { name: 'chain_head', due: dueHeads, act: putMonthlyHead };

/** Year's plans whose both parts have crossed, lines for gaps that cross, and the notices of joint inspections of a plan whose time has come. */
const PLAN_TASKS: readonly Each[] = [
  { name: 'plan_compared', due: plansToCompare, act: startComparing },
  { name: 'plan_gap_filled', due: fillsToCross, act: crossFill },
  { name: 'planned_notice', due: duePlannedNotices, act: issuePlannedNotice },
];

/** A transaction for each that is due; one that cannot be done does not hold up the others. */
async function doEach(office: Office, onError: (error: unknown) => void, task: Each): Promise<string[]> {
  const did: string[] = [];
  for (const id of await office.work({ pairs: 'all' }, task.due)) {
    try {
      if (await office.work({ pairs: 'all' }, (work) => task.act(work, id))) did.push(task.name);
    } catch (error) {
      onError(error);
    }
  }
  return did;
}

/** Digests before reminders: what they say is not said twice. Then the boards that something has overtaken. */
async function tellDigests(office: Office, onError: (error: unknown) => void): Promise<string[]> {
  try {
    const told = await office.work({ pairs: 'all' }, runDigests);
    await office.work({ pairs: 'all' }, refreshBoards);
    return told.map((kind) => `digest_${kind}`);
  } catch (error) {
    onError(error);
    return [];
  }
}

async function backlog(
  work: Parameters<typeof expireForms>[0],
): Promise<{ pending: number; oldestSeconds: number }> {
  const [row] = await work.tx.execute<{ pending: string; oldest: string | null }>(sql`
    select count(*) as pending, extract(epoch from ${work.now.toISO()}::timestamptz - min(not_before)) as oldest
    from outbox where state = 'pending' and not_before <= ${work.now.toISO()}`);
  return { pending: Number(row!.pending), oldestSeconds: Number(row!.oldest ?? 0) };
}
