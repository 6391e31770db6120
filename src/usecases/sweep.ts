import { sql } from 'drizzle-orm';
import { LANE } from '../domain/lanes.ts';
import type { Office } from './begin-work.ts';
import { dueHeads, putMonthlyHead } from './chain/put-head.ts';
import { refreshBoards } from './digest/board.ts';
import { runDigests } from './digest/run-digests.ts';
import { openDutySlots } from './exchange/open-duty-slots.ts';
import { runExchangeSteps } from './exchange/run-exchange-steps.ts';
import { expireForms } from './expire-forms.ts';
import { accountsToExpire, expireAccount } from './link/expire-account.ts';
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
  for (const task of AFTER_DIGESTS) steps.push(...(await doEach(office, onError, task)));
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

/** `act` gives the names of what it did. */
type Each = {
  due(work: Work): Promise<number[]>;
  act(work: Work, id: number): Promise<string[]>;
};

const once =
  (name: string, act: (work: Work, id: number) => Promise<boolean>): Each['act'] =>
  async (work, id) =>
    (await act(work, id)) ? [name] : [];

/** The monthly heads of the chains. */
const HEADS: Each = { due: dueHeads, act: once('chain_head', putMonthlyHead) };

/**
 * Year's plans whose both parts have crossed, lines for gaps that cross, the notices of joint inspections of a plan whose time has come, accounts that
 * nobody confirmed, and the steps of requests.
 */
const AFTER_DIGESTS: readonly Each[] = [
  { due: plansToCompare, act: once('plan_compared', startComparing) },
  { due: fillsToCross, act: once('plan_gap_filled', crossFill) },
  { due: duePlannedNotices, act: once('planned_notice', issuePlannedNotice) },
  { due: accountsToExpire, act: once('account_expired', expireAccount) },
  { due: (work) => dueRequests(work, BATCH), act: runDueSteps },
];

/** A transaction for each that is due; one that cannot be done does not hold up the others. */
async function doEach(office: Office, onError: (error: unknown) => void, task: Each): Promise<string[]> {
  const did: string[] = [];
  for (const id of await office.work({ pairs: 'all' }, task.due)) {
    try {
      did.push(...(await office.work({ pairs: 'all' }, (work) => task.act(work, id))));
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
    select count(*) as pending,
      extract(epoch from ${work.now.toISO()}::timestamptz - min(not_before) filter (where lane <> ${LANE.stranger})) as oldest
    from outbox where state = 'pending' and not_before <= ${work.now.toISO()}`);
  return { pending: Number(row!.pending), oldestSeconds: Number(row!.oldest ?? 0) };
}
