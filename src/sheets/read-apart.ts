import { Worker } from 'node:worker_threads';
import type { PlanRead } from './read-plan.ts';

/** Limits of one file. What the thread may have besides the heap is bounded by what it inflates and how much text it gives back. */
const READ_MS = 3_000;
const HEAP_MB = 256;
/** Starting a thread is our own work, not the file's. */
const START_MS = 30_000;
/** Files that wait while another is read. One chat has one at most: its updates come one after the other. */
const MOST_WAITING = 3;
/** So long a file waits for its turn: with its own reading, 15 s to the answer. */
const WAIT_MS = 12_000;
/** A thread that nobody needed for so long gives its memory back. */
const IDLE_MS = 60_000;

const BUSY = { fault: 'busy' } as const;

let worker: Promise<Worker> | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The rows of a plan's file, an XLSX or a CSV told by its bytes and not by its name; or why it cannot be read. Never throws on any bytes:
 * they are read in a thread of their own, one file at a time, which is ended with the file that takes more than `readMs` or too much
 * memory. `busy`: too many wait, or this one waited `waitMs`.
 */
export async function readPlanApart(
  bytes: Uint8Array,
  { readMs, waitMs }: { readMs: number; waitMs: number } = { readMs: READ_MS, waitMs: WAIT_MS },
): Promise<PlanRead> {
  if (waiting > MOST_WAITING) return BUSY;
  waiting += 1;
  const patience = openPatience(waitMs);
  const read = last.then(() => (patience.isOver() ? BUSY : readApart(bytes, readMs, patience.end)));
  last = read.catch(() => {});
  try {
    return await Promise.race([read, patience.over]);
  } finally {
    patience.end();
    waiting -= 1;
  }
}

/** A file's patience: `over` when it has waited so long, unless it ended before; `end`: whether it had any left. */
function openPatience(waitMs: number): { over: Promise<PlanRead>; isOver(): boolean; end(): boolean } {
  let isOver = false;
  let late: NodeJS.Timeout | undefined;
  const over = new Promise<PlanRead>((resolve) => {
    late = setTimeout(() => {
      isOver = true;
      resolve(BUSY);
    }, waitMs);
  });
  const end = (): boolean => {
    clearTimeout(late);
    return !isOver;
  };
  return { over, isOver: () => isOver, end };
}

async function readApart(bytes: Uint8Array, readMs: number, begin: () => boolean): Promise<PlanRead> {
  clearTimeout(idle);
  worker ??= keepWorker();
  const one = await worker;
  try {
    return begin() ? await answerOf<PlanRead>(one, readMs, () => one.postMessage(bytes)) : BUSY;
  } catch {
    await one.terminate();
    return { fault: 'unreadable' };
  } finally {
    idle = setTimeout(() => void one.terminate(), IDLE_MS).unref();
  }
}

/** The thread for the files to come, until it ends or does not start. */
function keepWorker(): Promise<Worker> {
  const forget = () => {
    if (worker === starting) worker = undefined;
  };
  const starting = startWorker(forget);
  starting.catch(forget);
  return starting;
}

/** Starts alike under every way of running this program: nothing is taken over from it. */
async function startWorker(onEnd: () => void): Promise<Worker> {
  const one = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  one.unref();
  // It may also fail between two files; without a listener that would end the process.
  one.on('error', () => {}).on('exit', onEnd);
  try {
    await answerOf(one, START_MS, () => {});
    return one;
  } catch (cause) {
    await one.terminate();
    throw new Error('the thread that reads files does not start', { cause });
  }
}

/** The next message of a thread; rejects when it fails, ends or is late. */
function answerOf<T>(one: Worker, withinMs: number, ask: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(new Error('a thread is late'))), withinMs);
    const settle = (go: () => void) => {
      clearTimeout(late);
      one.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      go();
    };
    const onMessage = (value: T) => settle(() => resolve(value));
    const onEnd = (cause: unknown) => settle(() => reject(new Error('a thread ended', { cause })));
    one.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    ask();
  });
}
