import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { familyOf, survivors } from '../support/run-program.ts';

/** The demo as a visitor starts it, on a port that the system gives. */
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
  const began = performance.now();
  const { LANG: _, LC_ALL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/simulator/demo.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...inherited, ...env, PORT: '0' },
  });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += String(data);
  });
  const port = await portOnceReady(child, () => complaints);
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

function portOnceReady(child: ChildProcess, complaints: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data) => {
      const port = /http:\/\/localhost:(\d+)/.exec(String(data))?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${complaints()}`)));
  });
}
