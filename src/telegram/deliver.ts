import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Office } from '../usecases/begin-work.ts';
import { type Composed, compose } from '../usecases/compose/index.ts';
import { noteMigrated } from '../usecases/note-migrated.ts';
import { noteUnreachable } from '../usecases/note-unreachable.ts';
import { type Claimed, claimOutbox, coalesceEdits, markSending, release } from '../usecases/outbox/claim.ts';
import { type Settled, settleOutbox } from '../usecases/outbox/settle.ts';
import type { Budget } from './budget.ts';
import { classify } from './classify.ts';
import { render } from './render.ts';

export type DeliverDeps = {
  office: Office;
  api: Api;
  budget: Budget;
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

const MAX_ATTEMPTS = 12;

/** Sends what is due until nothing is left or the process stops; returns how many rows were handled. */
export async function deliver(deps: DeliverDeps): Promise<number> {
  let handled = 0;
  while (!deps.isStopping()) {
    const { rows, composed, now } = await take(deps);
    if (rows.length === 0) return handled;
    handled += rows.length;
    await send(deps, rows, composed, now);
  }
  return handled;
}

async function take(deps: DeliverDeps) {
  return deps.office.work({ pairs: 'all' }, async (work) => {
    await coalesceEdits(work.tx);
    const rows = await claimOutbox(work, deps.owner, deps.batch, deps.office.wallNow());
    const composed = rows.length > 0 ? await compose(work, rows) : new Map<number, Composed>();
    return { rows, composed, now: work.now };
  });
}

async function send(deps: DeliverDeps, rows: Claimed[], composed: Map<number, Composed>, now: DateTime) {
  const due = rows.filter((row) => 'message' in composed.get(row.id)!);
  const delays = await deps.budget.reserve(
    due.map((row) => ({ chatId: row.chatId, group: row.isGroup, lane: row.lane })),
  );
  const later = due.filter((_, at) => delays[at] === undefined);
  const going = due.flatMap((row, at) => (delays[at] === undefined ? [] : [{ row, delayMs: delays[at] }]));
  const skipped = rows.flatMap((row): Settled[] => {
    const made = composed.get(row.id)!;
    return 'skip' in made ? [{ id: row.id, kind: 'skipped', reason: made.skip }] : [];
  });
  const held = await deps.office.work({ pairs: 'all' }, async (work) => {
    await release(
      work,
      deps.owner,
      later.map((row) => row.id),
    );
    await settleOutbox(work, deps.owner, skipped);
    return going.length > 0
      ? markSending(
          work,
          deps.owner,
          going.map(({ row }) => row.id),
        )
      : new Set<number>();
  });
  const wireAt = deps.office.wallNow();
  const outcomes = await Promise.all(
    going
      .filter(({ row }) => held.has(row.id))
      .map(({ row, delayMs }) => put(deps, row, composed.get(row.id)!, now, wireAt + delayMs)),
  );
  await settle(deps, outcomes);
  // Nothing could start within the horizon: wait for a slot instead of claiming the same rows in a loop.
  if (going.length === 0 && later.length > 0) await sleep(100);
}

async function put(
  deps: DeliverDeps,
  row: Claimed,
  made: Composed,
  now: DateTime,
  atMs: number,
): Promise<Outcome> {
  const waitMs = atMs - deps.office.wallNow();
  if (waitMs > 0) await sleep(waitMs);
  try {
    const messageId = await call(deps.api, row, made, now);
    return { row, settled: { id: row.id, kind: 'sent', messageId } };
  } catch (error) {
    return { row, settled: await afterFailure(deps, row, error) };
  }
}

type Outcome = { row: Claimed; settled: Settled };

async function call(api: Api, row: Claimed, made: Composed, now: DateTime): Promise<number | null> {
  if (!('message' in made)) throw new Error('a skipped row reached the wire');
  const { text, keyboard, protect } = render(
    row.locale,
    made.message,
    now,
    row.resent && row.editMessageId === null,
  );
  const markup = { reply_markup: { inline_keyboard: keyboard } };
  if (row.editMessageId !== null) {
    await api.editMessageText(row.chatId, row.editMessageId, text, { parse_mode: 'HTML', ...markup });
    return row.editMessageId;
  }
  const sent = await api.sendMessage(row.chatId, text, {
    parse_mode: 'HTML',
    disable_notification: row.silent,
    protect_content: protect,
    link_preview_options: { is_disabled: true },
    ...(keyboard.length > 0 ? markup : {}),
  });
  return sent.message_id;
}

async function afterFailure(deps: DeliverDeps, row: Claimed, error: unknown): Promise<Settled> {
  const failure = classify(error);
  const wall = deps.office.wallNow();
  if (failure.kind === 'unchanged') return { id: row.id, kind: 'sent', messageId: row.editMessageId };
  if (failure.kind === 'retry-after') {
    deps.count.tooMany();
    return { id: row.id, kind: 'again', atMs: wall + failure.seconds * 1000, resent: false };
  }
  if (failure.kind === 'edit-gone')
    return { id: row.id, kind: 'again', atMs: wall, resent: false, asNew: true };
  if (failure.kind === 'migrated') {
    await deps.office.work({ pairs: 'all' }, (work) => noteMigrated(work, row.chatId, failure.chatId));
    return { id: row.id, kind: 'again', atMs: wall, resent: false, chatId: failure.chatId };
  }
  if (failure.kind === 'unreachable') {
    await deps.office.work({ pairs: 'all' }, (work) => noteUnreachable(work, row.chatId));
    return { id: row.id, kind: 'failed', reason: 'unreachable' };
  }
  if (failure.kind === 'transient' && row.attempts < MAX_ATTEMPTS) {
    const atMs = wall + Math.min(60_000, 500 * 2 ** row.attempts);
    return { id: row.id, kind: 'again', atMs, resent: failure.mayHaveArrived };
  }
  deps.log.error({ outboxId: row.id, kind: row.kind, failure }, 'a message was given up');
  return { id: row.id, kind: 'failed', reason: failure.kind };
}

async function settle(deps: DeliverDeps, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await deps.office.work({ pairs: 'all' }, (work) =>
    settleOutbox(
      work,
      deps.owner,
      outcomes.map((outcome) => outcome.settled),
    ),
  );
  for (const { row, settled } of outcomes) {
    if (settled.kind === 'sent') deps.count.sent(row.lane, 1);
    if (settled.kind === 'failed') deps.count.failed(settled.reason);
  }
}
