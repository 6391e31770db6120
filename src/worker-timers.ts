import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Queue } from './queue/open-queue.ts';
import { type DeliverDeps, deliver } from './telegram/deliver.ts';
import type { Office } from './usecases/begin-work.ts';
import { forgetOld } from './usecases/forget-old.ts';
import { sweep } from './usecases/sweep.ts';

const SWEEP_MS = 5_000;
const FORGET_MS = 3_600_000;
const KEEP_ERASED_MS = 60_000;
/** Work that waits longer than this was not taken up by the queue. */
const RESCUE_AFTER_SECONDS = 15;

export type Rescue = { look(oldestSeconds: number): void; idle(): Promise<void> };

/**
 * Delivers without the queue: a line that died with its process holds BullMQ's deduplication until its lock runs out, and a
 * Redis that is away takes no kicks at all. One rescue at a time; rows are claimed as ever, so nothing goes twice.
 */
export function makeRescue(deps: () => DeliverDeps, stopping: { now: boolean }): Rescue {
  let running: Promise<void> | undefined;
  return {
    look: (oldestSeconds) => {
      if (running || stopping.now || oldestSeconds < RESCUE_AFTER_SECONDS) return;
      const { log } = deps();
      running = deliver(deps())
        .catch((err: unknown) => log.error({ err }, 'a delivery without the queue failed'))
        .then(() => {
          running = undefined;
        });
    },
    idle: async () => running,
  };
}

type SweepParts = {
  office: Office;
  metrics: Metrics;
  log: Logger;
  kick: () => void;
  rescue: (oldestSeconds: number) => void;
};

/** Does what is due, counts it, and wakes the delivery. */
export async function runSweep({ office, metrics, log, kick, rescue }: SweepParts): Promise<void> {
  const end = metrics.sweepSeconds.startTimer();
  const swept = await sweep(office, (err) => log.error({ err }, 'a due step failed'));
  end();
  for (const kind of swept.steps) metrics.dueSteps.inc({ kind });
  metrics.outboxPending.set(swept.pending);
  metrics.outboxOldestSeconds.set(swept.oldestSeconds);
  if (swept.pending > 0 || swept.revived > 0) kick();
  rescue(swept.oldestSeconds);
}

type TimerParts = {
  queue: Queue;
  office: Office;
  sweepNow: () => Promise<void>;
  stopping: { now: boolean };
  log: Logger;
  retentionDays: number;
  /** Keeps the list of those who were erased. */
  keepErased: () => Promise<void>;
};

/** The workers of the queue, and the wall timers that find what a lost kick or an emptied Redis left. */
export function startTimers(parts: TimerParts): () => Promise<void> {
  const { queue, office, sweepNow, stopping, log, retentionDays, keepErased } = parts;
  queue.startWorkers();
  let running: Promise<void> = Promise.resolve();
  const tick = (work: () => Promise<void>) => () => {
    if (stopping.now) return;
    running = running.then(work).catch((err: unknown) => log.error({ err }, 'the sweep failed'));
  };
  // At once too: what a process that died has left need not wait.
  tick(sweepNow)();
  const timers = [
    setInterval(tick(sweepNow), SWEEP_MS),
    setInterval(
      tick(() => forgetOld(office, retentionDays)),
      FORGET_MS,
    ),
    setInterval(tick(keepErased), KEEP_ERASED_MS),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}
