import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Simulator } from '../simulator/simulator.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The child's wall clock is that of the tests, also where faketime moves it. */
const CLOCK = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_SHARED', 'FAKETIME_DONT_FAKE_MONOTONIC'];

export type ChildApp = { kill(): Promise<void>; terminate(): Promise<number | null>; port: number };

/** The real program as a process of its own, ready before this returns; `kill` is SIGKILL. */
export async function startChildApp(options: {
  sim: Simulator;
  databaseUrl: string;
  redisUrl?: string;
  roles?: string;
}): Promise<ChildApp> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(['PATH', 'HOME', ...CLOCK].map((name) => [name, process.env[name]])),
      BOT_TOKEN: options.sim.token,
      TELEGRAM_API_ROOT: options.sim.url,
      DATABASE_URL: options.databaseUrl,
      REDIS_URL: options.redisUrl ?? '',
      ROLES: options.roles ?? 'bot,worker,web',
      PORT: '0',
      METRICS_PORT: '0',
      RATE_LIMIT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await started(child);
  return {
    port,
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
    terminate: async () => {
      child.kill('SIGTERM');
      await ended(child);
      return child.exitCode;
    },
  };
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

/** Resolves with the port of the line that says "started"; rejects with what the process printed when it ends first. */
function started(child: ChildProcess): Promise<number> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += String(chunk);
      const line = printed.split('\n').find((one) => one.includes('"msg":"started"'));
      if (line) resolve((JSON.parse(line) as { port?: number }).port ?? 0);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', () => reject(new Error(`the program ended before it was ready:\n${printed}`)));
  });
}
