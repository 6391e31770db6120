import { Worker } from 'node:worker_threads';
import type { ReadSheet } from '../domain/table-cells.ts';
import type { TableFault } from './read-limits.ts';

/** The cells of a file by its sheets, or why it is not read. */
export type ReadTable = { sheets: ReadSheet[] } | TableFault;

/** Limits of one file. What the thread may have besides the heap is bounded by what it inflates and how much text it gives back. */
const READ_MS = 3_000;
const HEAP_MB = 256;
/** Starting a thread is our own work, not the file's. */
const START_MS = 30_000;
/** Files that wait while another is read. */
const MOST_WAITING = 8;
/** A thread that nobody needed for so long gives its memory back. */
const IDLE_MS = 60_000;

let worker: Promise<Worker> | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The cells of an XLSX or CSV as text, told by its bytes and not by its name; or why it cannot be read. Never throws on any bytes: they
 * are read in a thread of their own, one file at a time, which is ended with the file that takes more than `withinMs` or too much memory.
 */
export async function readTable(bytes: Uint8Array, withinMs = READ_MS): Promise<ReadTable> {
  if (waiting > MOST_WAITING) return { fault: 'busy' };
  waiting += 1;
  const read = last.then(() => readApart(bytes, withinMs));
  last = read.catch(() => {});
  try {
    return await read;
  } finally {
    waiting -= 1;
  }
}

async function readApart(bytes: Uint8Array, withinMs: number): Promise<ReadTable> {
  clearTimeout(idle);
  worker ??= keepWorker();
  const one = await worker;
  try {
    return await answerOf<ReadTable>(one, withinMs, () => one.postMessage(bytes));
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
