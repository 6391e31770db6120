import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a child answers to: each takes one value and gives one back, both plain data. */
export type Calls = Record<string, (input: never) => unknown>;

/** A process of its own that answers calls; `kill` is SIGKILL, `stop` asks it to end and waits. */
export type Child<C extends Calls> = {
  pid: number;
  call<K extends keyof C & string>(name: K, input: Parameters<C[K]>[0]): Promise<Awaited<ReturnType<C[K]>>>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

type Request = { id: number; name: string; input: unknown };
type Response = { id: number; value?: unknown; error?: string };
/** A child that has not ended by then is killed. */
const STOP_MS = 15_000;

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/** Starts a file of this folder; its stderr is ours. Calls reject when it fails or ends. */
export async function openChild<C extends Calls>(file: string): Promise<Child<C>> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const process = fork(path, { serialization: 'advanced' });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  process.on('message', (response: Response) => settle(waiting, response));
  process.on('exit', (code, signal) => {
    for (const one of waiting.values()) one.reject(new Error(`${file} ended (${signal ?? code})`));
    waiting.clear();
  });
  await once(process, 'spawn');
  const call = (name: string, input: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      process.send({ id: count, name, input } satisfies Request, (error) => error && reject(error));
    });
  return {
    pid: process.pid!,
    call: call as Child<C>['call'],
    kill: async () => {
      process.kill('SIGKILL');
      await gone(process);
    },
    stop: async () => {
      const late = setTimeout(() => process.kill('SIGKILL'), STOP_MS);
      if (process.connected) await call('stop', undefined).catch(() => {});
      await gone(process);
      clearTimeout(late);
    },
  };
}

/** In the child: answers the calls until it is asked to stop, or the parent is gone. */
export function answerCalls(calls: Calls & { stop(): Promise<void> }): void {
  process.on('disconnect', () => process.exit(1));
  process.on('message', async ({ id, name, input }: Request) => {
    const response: Response = { id };
    try {
      response.value = await (calls[name] as (input: unknown) => unknown)(input);
    } catch (error) {
      response.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    process.send!(response, () => name === 'stop' && process.exit(0));
  });
}

function settle(waiting: Map<number, Waiting>, { id, value, error }: Response): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) one?.resolve(value);
  else one?.reject(new Error(error));
}

async function gone(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}
