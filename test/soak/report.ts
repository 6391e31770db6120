import type { SoakOutcome } from './run-soak.ts';

/** How many of what was found are shown of each sort. */
const SHOWN = 20;

/** What makes a run fail besides what the judge found, in words: a fault that was never made shows nothing, nor does a count of nothing. */
export function shortcomings({ verdict, injected, exits }: SoakOutcome): string[] {
  const never = Object.entries(injected).filter(([, times]) => times === 0);
  const blind = Object.entries(verdict).filter(([, { looked }]) => looked === 0);
  return [
    ...never.map(([name]) => `never injected: ${name}`),
    ...blind.map(([name]) => `nothing to look at: ${name}`),
    ...exits.filter((code) => code !== 0).map((code) => `a process ended with ${code} on SIGTERM`),
  ];
}

/** Whether the run is as it should be: the exit code. */
export const isSound = (outcome: SoakOutcome): boolean =>
  shortcomings(outcome).length === 0 &&
  Object.values(outcome.verdict).every(({ found }) => found.length === 0);

/** The lines of a run: what was done to it, what was found, and the zeros. */
export function toLines(outcome: SoakOutcome): string[] {
  const { verdict, injected, errors, endedAlone, sent } = outcome;
  const wide = 34;
  const row = (name: string, value: number, more = '') =>
    `${name.padEnd(wide)} ${String(value).padStart(7)}${more}`;
  return [
    ...Object.values(verdict).flatMap(({ found }) => found.slice(0, SHOWN)),
    ...shortcomings(outcome),
    '',
    ...Object.entries(injected).map(([name, times]) => row(name, times)),
    row('processes that ended by themselves', endedAlone),
    ...[...errors].map(([msg, times]) => row(`error logged: ${msg}`, times)),
    '',
    row('messages sent', sent),
    ...Object.entries(verdict).map(([name, { found, looked }]) => row(name, found.length, ` of ${looked}`)),
  ];
}
