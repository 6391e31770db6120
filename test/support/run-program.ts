import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A child's wall clock is that of the tests, also where faketime moves it. */
const INHERITED = [
  ...['PATH', 'HOME', 'TMPDIR'],
  ...['LD_PRELOAD', 'FAKETIME', 'FAKETIME_SHARED', 'FAKETIME_DONT_FAKE_MONOTONIC'],
];

/** A command as somebody types it, with nothing of this process's environment but what it cannot do without. */
export type Program = {
  pid: number;
  /** All it wrote so far, both outputs. */
  printed(): string;
  complaints(): string;
  /** The first line that holds `words`; rejects with what was printed when it ends before. */
  said(words: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once it is gone. */
  ended(): Promise<number | null>;
};

/** What every run starts from: a token of the form Telegram gives, ports that nobody else has. */
export const ANY_SETTINGS = {
  BOT_TOKEN: '7000000001:AAGsimulatorOnlyNotARealToken0000000',
  PORT: '0',
  METRICS_PORT: '0',
  RATE_LIMIT: '0',
} as const;

export function runProgram(command: string, args: string[], env: Record<string, string>): Program {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed += String(chunk);
    complaints += String(chunk);
  });
  return {
    pid: child.pid!,
    printed: () => printed,
    complaints: () => complaints,
    said: async (words) => {
      for (;;) {
        const line = printed.split('\n').find((one) => one.includes(words));
        if (line !== undefined) return line;
        if (isOver(child)) throw new Error(`it ended without saying "${words}":\n${printed}`);
        await sleep(20);
      }
    },
    signal: (name) => void child.kill(name),
    ended: async () => {
      if (!isOver(child)) await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** `src/main.ts` as `npm start` runs it. */
export const runMain = (env: Record<string, string>): Program =>
  runProgram(process.execPath, ['--import', 'tsx', 'src/main.ts'], { ...ANY_SETTINGS, ...env });

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Everything started below a process, by the process table. */
export function familyOf(root: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([pid]) => [pid, ...below(pid)]);
  return below(root);
}

/** Those that are still there 5 s later: a watching process needs a moment to see that its charge has gone. */
export async function survivors(family: number[]): Promise<string[]> {
  for (let tries = 0; tries < 50 && family.some(isAlive); tries += 1) await sleep(100);
  return family.filter(isAlive).map(String);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
