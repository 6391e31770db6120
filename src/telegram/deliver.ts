import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { inTurn, ROUND_SLOTS } from '../domain/lanes.ts';
import type { Message } from '../domain/message.ts';
import type { Office } from '../usecases/begin-work.ts';
import { composeApart } from '../usecases/compose/compose-apart.ts';
import type { Composed, MadeFile } from '../usecases/compose/index.ts';
import { sayLate } from '../usecases/compose/say-late.ts';
import { noteHeard } from '../usecases/group/note-muted.ts';
import { isPaused } from '../usecases/outbox/bot-pause.ts';
import {
  type Claimed,
  claimOutbox,
  coalesceEdits,
  markSending,
  planFreely,
  release,
} from '../usecases/outbox/claim.ts';
import { judgeSounds } from '../usecases/outbox/judge-sounds.ts';
import { type Settled, settleOutbox } from '../usecases/outbox/settle.ts';
import { afterFailure } from './after-failure.ts';
import type { Budget } from './budget.ts';
import { isCallFailure } from './classify.ts';
import type { Lines } from './lines.ts';
import type { Pace } from './pace.ts';
import { putSimpler } from './put-simpler.ts';
import { type RenderOnce, rememberRendered } from './remember-rendered.ts';

export type DeliverDeps = {
  office: Office;
  api: Api;
  budget: Budget;
  /** The other lines of this process. */
  lines: Lines;
  /** Lets the messages of this process go one after another, or so many at a time. */
  pace: Pace;
  log: Logger;
  /** Names this process in the leases. */
  owner: string;
  /** Rows a claim; small while a rate limit paces them, large without. */
  batch: number;
  count: {
    sent(lane: number, n: number): void;
    failed(reason: string): void;
    tooMany(): void;
  };
  isStopping(): boolean;
};

/** Rows whose slots lie this close together are marked and settled together. */
const GROUP_MS = 50;
/** Marking must be done when the slot comes; what is marked and not yet gone counts as sent after a crash. */
const MARK_AHEAD_MS = 40;
/** A line goes on without the messages whose answers are this late, `MAX_LATE` times. */
const PATIENCE_MS = 3_000;
const MAX_LATE = 10;
/** Why a row was set aside that cannot be composed. */
const NOT_COMPOSED = 'not composed';
/** While late messages are out the line serves the others. */
const NOTHING_DUE_MS = 200;
/** When no slot is free within the budget's horizon. */
const NO_SLOT_MS = 100;

type Ready = { row: Claimed; message: Message; file?: MadeFile };
type Going = Ready & { atMs: number };
/** `at`: whose turn its slots are begins there. */
type Batch = { size: number; ready: Ready[]; at: number; now: DateTime };
type Attempt = { row: Claimed; settled: Settled };

/** Sends what is due until nothing is left or the process stops; returns how many rows were handled. */
export const deliver = (deps: DeliverDeps): Promise<number> => deps.lines.run(() => runLine(deps));

async function runLine(deps: DeliverDeps): Promise<number> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let handled = 0;
  while (!deps.isStopping() && failures.length === 0) {
    await deps.pace.ready();
    const isKicked = deps.lines.look();
    const batch = await take(deps).catch((error: unknown) => void failures.push(error));
    if (!batch) break;
    if (batch.size === 0) {
      if (running.size === 0 && !isKicked()) break;
      if (running.size > 0) await Promise.race([...running, sleep(NOTHING_DUE_MS)]);
      continue;
    }
    if (batch.size === deps.batch && handled === 0) deps.lines.wakeAll();
    handled += batch.size;
    const sending = send(deps, batch)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(sending));
    running.add(sending);
    await Promise.race([sending, sleep(PATIENCE_MS, undefined, { ref: false })]);
    if (running.size > MAX_LATE) await Promise.race(running);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return handled;
}

async function take(deps: DeliverDeps): Promise<Batch> {
  const at = Math.floor(Math.random() * ROUND_SLOTS);
  return deps.office.work({ pairs: 'all' }, async (work) => {
    if (await isPaused(work)) return { size: 0, ready: [], at, now: work.now };
    await coalesceEdits(work.tx);
    const rows = await claimOutbox(work, deps.owner, deps.batch, deps.office.wallNow(), at);
    if (rows.length > 0) await planFreely(work.tx);
    const made = rows.length > 0 ? await composeApart(work, rows) : new Map<number, never>();
    const composed = new Map<number, Composed>();
    const ready: Ready[] = [];
    const ended: Settled[] = [];
    for (const row of rows) {
      const one = made.get(row.id)!;
      if ('bug' in one) {
        ended.push(setAside(deps, row, one.bug));
        deps.count.failed(NOT_COMPOSED);
      } else composed.set(row.id, sayLate(work, row, one));
    }
    const whole = rows.filter((row) => composed.has(row.id));
    const silent = await judgeSounds(work, whole, composed);
    for (const row of whole) {
      const made = composed.get(row.id)!;
      if ('skip' in made) ended.push({ id: row.id, kind: 'skipped', reason: made.skip });
      else ready.push({ row: { ...row, silent: silent.get(row.id) ?? row.silent }, ...made });
      if ('fault' in made)
        deps.log.error({ outboxId: row.id, kind: row.kind, err: made.fault }, 'a file was not made');
    }
    await settleOutbox(work, deps.owner, ended);
    return { size: rows.length, ready, at, now: work.now };
  });
}

async function send(deps: DeliverDeps, { ready, at, now }: Batch): Promise<void> {
  const going = await reserve(
    deps,
    inTurn(ready, ({ row }) => row.lane, at),
  );
  if (going.length === 0 && ready.length > 0) return sleep(NO_SLOT_MS);
  const renderOnce = rememberRendered(now);
  const results = await Promise.allSettled(bySlot(going).map((group) => sendGroup(deps, group, renderOnce)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Gives each row its slot; those that get none within the horizon are handed back, all of them when the budget is away. */
async function reserve(deps: DeliverDeps, ready: Ready[]): Promise<Going[]> {
  const handBack = (rows: Ready[]) =>
    deps.office.work({ pairs: 'all' }, (work) =>
      release(
        work,
        deps.owner,
        rows.map(({ row }) => row.id),
      ),
    );
  const wanted = ready.map(({ row }) => ({ chatId: row.chatId, group: row.isGroup }));
  const delays = await deps.budget.reserve(wanted).catch(async (error: unknown) => {
    await handBack(ready);
    throw error;
  });
  const wall = deps.office.wallNow();
  const later = ready.filter((_, at) => delays[at] === undefined);
  if (later.length > 0) await handBack(later);
  return ready.flatMap((one, at) => (delays[at] === undefined ? [] : [{ ...one, atMs: wall + delays[at] }]));
}

/** Rows in the order of their slots, together where those lie close. */
function bySlot(going: Going[]): Going[][] {
  const groups: Going[][] = [];
  for (const one of going.toSorted((a, b) => a.atMs - b.atMs)) {
    const last = groups.at(-1);
    if (last && one.atMs - last[0]!.atMs < GROUP_MS) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

async function sendGroup(deps: DeliverDeps, group: Going[], renderOnce: RenderOnce): Promise<void> {
  await until(deps, group[0]!.atMs - MARK_AHEAD_MS);
  const ids = group.map(({ row }) => row.id);
  const held = await deps.office.work({ pairs: 'all' }, (work) =>
    markSending(work, deps.owner, ids, deps.office.wallNow()),
  );
  const mine = group.filter(({ row }) => held.has(row.id));
  await settle(deps, await Promise.all(mine.map((one) => put(deps, one, renderOnce))));
}

async function until(deps: DeliverDeps, atMs: number): Promise<void> {
  const waitMs = atMs - deps.office.wallNow();
  if (waitMs > 0) await sleep(waitMs);
}

async function put(
  deps: DeliverDeps,
  { row, message, file, atMs }: Going,
  renderOnce: RenderOnce,
): Promise<Attempt> {
  await until(deps, atMs);
  try {
    const rendered = renderOnce(row, message);
    if (rendered.left > 0 || rendered.isCut)
      deps.log.error({ outboxId: row.id, kind: row.kind, left: rendered.left }, 'a message was cut');
    const messageId = await deps.pace.run(() => putSimpler(deps, row, rendered, file));
    if (row.kind === 'board' && row.editMessageId === null && messageId !== null)
      await pin(deps, row, messageId);
    return { row, settled: { id: row.id, kind: 'sent', messageId } };
  } catch (error) {
    const settled = isCallFailure(error) ? await afterFailure(deps, row, error) : setAside(deps, row, error);
    return { row, settled };
  }
}

/** A bug of this row alone: it must not hold up the others, ten times a second. */
function setAside({ log }: DeliverDeps, { id, kind }: Claimed, err: unknown): Settled {
  log.error({ outboxId: id, kind, err }, 'a message could not be made');
  return { id, kind: 'failed', reason: NOT_COMPOSED };
}

/** The message is there; where it cannot be pinned it is a board all the same. */
async function pin({ api, log }: DeliverDeps, { id, chatId }: Claimed, messageId: number): Promise<void> {
  try {
    await api.pinChatMessage(chatId, messageId, { disable_notification: true });
  } catch (err) {
    log.warn({ outboxId: id, err }, 'a board was not pinned');
  }
}

async function settle(deps: DeliverDeps, attempts: Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const heard = attempts.filter(({ row, settled }) => row.isGroup && settled.kind === 'sent');
  await deps.office.work({ pairs: 'all' }, async (work) => {
    await settleOutbox(
      work,
      deps.owner,
      attempts.map((attempt) => attempt.settled),
    );
    if (heard.length > 0)
      await noteHeard(
        work,
        heard.map(({ row }) => row.chatId),
      );
  });
  for (const { row, settled } of attempts) {
    if (settled.kind === 'sent') deps.count.sent(row.lane, 1);
    if (settled.kind === 'failed') deps.count.failed(settled.reason);
  }
}
