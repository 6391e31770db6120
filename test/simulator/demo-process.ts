import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The demo as a visitor starts it, on a free port. */
export interface DemoProcess {
  url: string;
  /** Milliseconds from the command to the line with the address. */
  readyAfter: number;
  /** What it wrote to its error output. */
  complaints(): string;
  /** Ctrl-C; resolves with the exit code and the processes of its own that are still there. */
  interrupt(): Promise<{ code: number | null; left: string[] }>;
  /** Ends it at once, if it still runs. */
  kill(): void;
}

/** Starts `npm run demo`'s program without a language of the system; rejects with what it wrote when it ends early. */
export async function startDemoProcess(env: Record<string, string>): Promise<DemoProcess> {
  const port = await freePort();
  const began = performance.now();
  const { LANG: _, LC_ALL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/simulator/demo.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...inherited, ...env, PORT: String(port) },
  });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += String(data);
  });
  await untilReady(child, () => complaints);
  return {
    url: `http://127.0.0.1:${port}`,
    readyAfter: performance.now() - began,
    complaints: () => complaints,
    interrupt: async () => {
      // One that has ended by itself sends no second exit.
      if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, left: [] };
      const family = familyOf(child.pid!);
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = (await exit) as [number | null];
      return { code, left: await survivors(family) };
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function untilReady(child: ChildProcess, complaints: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data) => {
      if (String(data).includes('http://localhost:')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${complaints()}`)));
  });
}

/** Everything started below a process, by the process table. */
function familyOf(root: number): number[] {
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
async function survivors(family: number[]): Promise<string[]> {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
