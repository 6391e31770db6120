import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, runMain } from '../support/run-program.ts';

/** The parts of the program, a process each; what is sent goes out of the worker. */
export const ROLES = ['bot', 'worker', 'web'] as const;
export type Role = (typeof ROLES)[number];

/** The program as processes, each started again when it has ended, as an operator's supervisor does. */
export type Crew = {
  /** SIGKILL for the process of a role, once it runs. */
  kill(role: Role): Promise<void>;
  /** How often each was killed, and how often one ended by itself. */
  counts: { kills: Record<Role, number>; endedAlone: number };
  /** Lines of the log from the level of an error on, by what they say. */
  errors(): Map<string, number>;
  /** All that the processes wrote. */
  printed(): string;
  /** SIGTERM for all, and their exit codes. */
  stop(): Promise<(number | null)[]>;
};

const ERROR_LEVEL = 50;
const AGAIN_MS = 500;

/** Starts a process a role with these settings; resolves when all have said that they have started. */
export async function startCrew(env: Record<string, string>): Promise<Crew> {
  const counts = { kills: { bot: 0, worker: 0, web: 0 }, endedAlone: 0 };
  const running = new Map<Role, Program>();
  const all: Program[] = [];
  const killed = new Set<Program>();
  let isStopping = false;

  async function keep(role: Role): Promise<void> {
    const program = runMain({ ...env, ROLES: role });
    running.set(role, program);
    all.push(program);
    await program.ended();
    if (isStopping) return;
    if (!killed.has(program)) counts.endedAlone += 1;
    await sleep(AGAIN_MS);
    if (!isStopping) await keep(role);
  }

  const kept = ROLES.map(keep);
  const isUp = (role: Role) => running.get(role)!.said('"msg":"started"');
  await Promise.all(ROLES.map(isUp));
  return {
    counts,
    kill: async (role) => {
      const program = running.get(role)!;
      // One that is not up yet has nothing in hand; it may also end by itself, while the database is away.
      await isUp(role).catch(() => {});
      killed.add(program);
      counts.kills[role] += 1;
      program.signal('SIGKILL');
      await program.ended();
    },
    errors: () => errorsIn(all),
    printed: () => all.map((program) => program.printed()).join('\n'),
    stop: async () => {
      isStopping = true;
      const last = [...running.values()];
      for (const program of last) program.signal('SIGTERM');
      const codes = await Promise.all(last.map((program) => program.ended()));
      await Promise.all(kept);
      return codes;
    },
  };
}

function errorsIn(programs: Program[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of programs.flatMap((program) => program.printed().split('\n'))) {
    if (!line.startsWith('{')) continue;
    const { level, msg } = readLine(line);
    if (level >= ERROR_LEVEL) found.set(msg, (found.get(msg) ?? 0) + 1);
  }
  return found;
}

/** A line that was cut off by a SIGKILL says nothing. */
function readLine(line: string): { level: number; msg: string } {
  try {
    return JSON.parse(line) as { level: number; msg: string };
  } catch {
    return { level: 0, msg: '' };
  }
}
