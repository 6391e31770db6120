import type { Random } from '../fuzz/random.ts';
import type { FaultRule } from '../simulator/faults.ts';
import { ROLES, type Role } from './crew.ts';

/** What happens to the program at one stop of the clock, so many ms after people have begun to act. */
export type Blow = { stop: number; afterMs: number } & (
  | { kind: 'kill'; role: Role }
  | { kind: 'flush' | 'postgres' }
  | { kind: 'redis-away'; forMs: number }
  | { kind: 'hang'; method: string; isAfter: boolean }
);

/** Telegram away from one stop to before another: it refuses each call in one way. */
export type Outage = { from: number; to: number; rule: FaultRule };

/** The bad weather of a run, drawn beforehand. `stops` are counted from 0. */
export type Weather = { blows: Blow[]; outage: Outage };

/** How much of it there is. */
export type Force = {
  killsOfEach: number;
  flushes: number;
  postgres: number;
  redisAwayMs: number;
  hangs: number;
  outageStops: number;
};

export const FULL: Force = {
  killsOfEach: 5,
  flushes: 2,
  postgres: 2,
  redisAwayMs: 60_000,
  hangs: 4,
  outageStops: 14,
};

/** Of everything a little: what a cut of the soak bears in a minute. */
export const SHORT: Force = {
  killsOfEach: 1,
  flushes: 1,
  postgres: 1,
  redisAwayMs: 3_000,
  hangs: 2,
  outageStops: 2,
};

/** So many calls in a hundred fail in each way, all the time. */
export const USUAL_FAULTS: readonly FaultRule[] = [
  { kind: 'error', status: 502, description: 'Bad Gateway', probability: 0.1 },
  {
    kind: 'error',
    status: 429,
    description: 'Too Many Requests: retry after 2',
    retryAfter: 2,
    probability: 0.04,
  },
  { kind: 'drop', probability: 0.03 },
  { kind: 'drop-after', probability: 0.05 },
];

const OUTAGES: readonly FaultRule[] = [
  { kind: 'drop' },
  { kind: 'error', status: 503, description: 'Service Unavailable' },
];
const SENDS = ['sendMessage', 'editMessageText'] as const;
const HANGS = [...SENDS, 'answerCallbackQuery', 'getUpdates'] as const;
/** Within this after people have begun to act. */
const MOMENT_MS = 4_000;

/** Draws the weather of a run over so many stops; the last ones stay fair, so that what waits can go out. */
export function drawWeather(random: Random, stops: number, force: Force): Weather {
  const fair = Math.max(2, Math.floor(stops * 0.8));
  const moment = () => ({ stop: 1 + random.below(fair - 1), afterMs: random.below(MOMENT_MS) });
  const times = <T>(count: number, make: (nth: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const blows: Blow[] = [
    ...ROLES.flatMap((role) =>
      times(force.killsOfEach, () => ({ ...moment(), kind: 'kill' as const, role })),
    ),
    ...times(force.flushes, () => ({ ...moment(), kind: 'flush' as const })),
    ...times(force.postgres, () => ({ ...moment(), kind: 'postgres' as const })),
    { ...moment(), kind: 'redis-away', forMs: force.redisAwayMs },
    ...times(force.hangs, (nth) => hang(random, nth, moment())),
  ];
  // Reminders and people need days with Telegram too.
  const away = Math.min(force.outageStops, Math.floor(stops / 4));
  const from = 1 + random.below(fair - away - 1);
  return {
    blows: blows.toSorted((one, other) => one.stop - other.stop || one.afterMs - other.afterMs),
    outage: { from, to: from + away, rule: random.pick(OUTAGES) },
  };
}

/** Both sorts in turn: what was taken and what was not. */
function hang(random: Random, nth: number, moment: { stop: number; afterMs: number }): Blow {
  const isAfter = nth % 2 === 0;
  return { ...moment, kind: 'hang', isAfter, method: random.pick(isAfter ? SENDS : HANGS) };
}
