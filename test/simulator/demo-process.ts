import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { familyOf, freePort, survivors } from '../support/run-program.ts';

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
