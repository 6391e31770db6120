/** One pace: a slot each `intervalUs`, with at most `burst` slots side by side. */
export interface Pace {
  intervalUs: number;
  burst: number;
}

/** The paces that hold at once; how far ahead (µs) a slot may ever be reserved, and how long (µs) a pause may last. */
export interface Limits {
  bot: Pace;
  chat: Pace;
  group: Pace;
  maxHorizonUs: number;
  maxPauseUs: number;
}

/** One message that wants a slot. */
export interface SlotRequest {
  chatId: number;
  group: boolean;
}

/** What the store remembers: arrival times (µs) by bucket, since when it remembers, and a pause that Telegram asked for. */
export interface BucketState {
  bornUs: number | undefined;
  untilUs: number;
  tatUs: ReadonlyMap<string, number>;
}

/** When and how far to reserve; both in µs. */
export interface Horizon {
  nowUs: number;
  horizonUs: number;
}

/** Start delays (µs) in the order of the requests, `undefined` where nothing was reserved, and the state to keep. */
export interface Reservation {
  delaysUs: (number | undefined)[];
  state: { bornUs: number; untilUs: number; tatUs: Map<string, number> };
}

/**
 * Telegram's limits with a margin for jitter on the way: 30 a second a bot, 1 a second a chat, 20 a minute a group.
 * Group: in any 60 s at most (3 − 1) + ⌈60 / 3.4⌉ = 20.
 */
export const telegramLimits: Limits = {
  bot: { intervalUs: Math.ceil(1_000_000 / 28.8), burst: 1 },
  chat: { intervalUs: 1_050_000, burst: 1 },
  group: { intervalUs: 3_400_000, burst: 3 },
  maxHorizonUs: 1_000_000,
  maxPauseUs: 3_600_000_000,
};

/** The bucket that every message of the bot goes through. */
export const botBucket = 'bot';

/** The names of the buckets a message goes through besides the bot's own. */
export function bucketsOf(request: SlotRequest): string[] {
  const chat = `chat:${request.chatId}`;
  return request.group ? [chat, `group:${request.chatId}`] : [chat];
}

/**
 * Reserves a slot for each request that can start within the horizon, the earliest start first, then the order given. A bucket
 * without a memory counts as used up to the furthest slot that can have been reserved before the memory was lost, so that an
 * emptied store never doubles the rate.
 */
export function reserveSlots(
  before: BucketState,
  requests: readonly SlotRequest[],
  { nowUs, horizonUs }: Horizon,
  limits: Limits = telegramLimits,
): Reservation {
  const state = plausible(before, requests, nowUs, limits);
  const delaysUs: (number | undefined)[] = requests.map(() => undefined);
  const latestUs = nowUs + Math.min(horizonUs, limits.maxHorizonUs);
  const waiting = new Set(requests.keys());
  while (waiting.size > 0) {
    const next = earliest(requests, waiting, (request) => startOf(state, request, nowUs, limits));
    if (next.startUs > latestUs) break;
    charge(state, requests[next.index]!, next.startUs, limits);
    delaysUs[next.index] = next.startUs - nowUs;
    waiting.delete(next.index);
  }
  return { delaysUs, state };
}

/** The state in which nothing starts for `retryAfterUs`; a pause never gets shorter. */
export function pauseAll(
  before: BucketState,
  { nowUs, retryAfterUs }: { nowUs: number; retryAfterUs: number },
  limits: Limits = telegramLimits,
): Reservation['state'] {
  const { bornUs, untilUs } = plausible(before, [], nowUs, limits);
  const wantedUs = nowUs + Math.min(retryAfterUs, limits.maxPauseUs);
  return { bornUs, untilUs: Math.max(untilUs, wantedUs), tatUs: new Map(before.tatUs) };
}

type Memory = Reservation['state'];

/** A server's clock that was set back makes instants that cannot be: they shrink to the latest that can, and are kept so. */
function plausible(
  before: BucketState,
  requests: readonly SlotRequest[],
  nowUs: number,
  limits: Limits,
): Memory {
  const tatUs = new Map(before.tatUs);
  for (const bucket of [botBucket, ...requests.flatMap(bucketsOf)]) {
    const latestUs = nowUs + reachOf(bucket, limits);
    if ((tatUs.get(bucket) ?? 0) > latestUs) tatUs.set(bucket, latestUs);
  }
  return {
    bornUs: Math.min(before.bornUs ?? nowUs, nowUs),
    untilUs: Math.min(before.untilUs, nowUs + limits.maxPauseUs),
    tatUs,
  };
}

function earliest(
  requests: readonly SlotRequest[],
  waiting: ReadonlySet<number>,
  start: (request: SlotRequest) => number,
): { index: number; startUs: number } {
  const best = { index: -1, startUs: Number.POSITIVE_INFINITY };
  for (const index of waiting) {
    const startUs = start(requests[index]!);
    if (startUs < best.startUs) Object.assign(best, { index, startUs });
  }
  return best;
}

function startOf(memory: Memory, request: SlotRequest, nowUs: number, limits: Limits): number {
  const starts = [botBucket, ...bucketsOf(request)].map((bucket) => {
    const { intervalUs, burst } = paceOf(bucket, limits);
    return arrival(memory, bucket, limits) - (burst - 1) * intervalUs;
  });
  return Math.max(nowUs, memory.untilUs, ...starts);
}

function charge(memory: Memory, request: SlotRequest, startUs: number, limits: Limits): void {
  for (const bucket of [botBucket, ...bucketsOf(request)]) {
    const tatUs = Math.max(arrival(memory, bucket, limits), startUs);
    memory.tatUs.set(bucket, tatUs + paceOf(bucket, limits).intervalUs);
  }
}

/** The theoretical arrival time; not before what a lost memory may have hidden. */
function arrival(memory: Memory, bucket: string, limits: Limits): number {
  return Math.max(memory.tatUs.get(bucket) ?? 0, memory.bornUs + reachOf(bucket, limits));
}

/** How far after now the arrival time of a bucket can lie at most. */
function reachOf(bucket: string, limits: Limits): number {
  const { intervalUs, burst } = paceOf(bucket, limits);
  return limits.maxHorizonUs + burst * intervalUs;
}

function paceOf(bucket: string, limits: Limits): Pace {
  if (bucket === botBucket) return limits.bot;
  return bucket.startsWith('group:') ? limits.group : limits.chat;
}
