import type { Redis } from 'ioredis';
import { bucketsOf, type Limits, telegramLimits } from '../domain/gcra.ts';
import {
  type Budget,
  type BudgetRequest,
  defaultHorizonMs,
  type ReserveOptions,
  toDelaysMs,
} from './budget.ts';

// The law of domain/gcra.ts, line for line. Numbers are µs: as text only through %.0f, since Lua's own text has 14 digits.
const prelude = `
local function now_us(given)
  if given ~= '' then return tonumber(given) end
  local t = redis.call('TIME')
  return tonumber(t[1]) * 1000000 + tonumber(t[2])
end
local bot = redis.call('HMGET', KEYS[1], 'tat', 'born', 'until')
local now = now_us(ARGV[1])
local pause_max = tonumber(ARGV[2])
local born = math.min(tonumber(bot[2] or '') or now, now)
local pause = math.min(tonumber(bot[3] or '0'), now + pause_max)
local function text(n) return string.format('%.0f', n) end
`;

const reserveScript = `${prelude}
local horizon_max = tonumber(ARGV[4])
local latest = now + math.min(tonumber(ARGV[3]), horizon_max)
local pace = {}
for i, kind in ipairs({'bot', 'chat', 'group'}) do
  pace[kind] = { every = tonumber(ARGV[3 + 2 * i]), burst = tonumber(ARGV[4 + 2 * i]) }
end
local buckets = {}
local function load(index, kind)
  if index == 0 then return nil end
  if buckets[index] then return buckets[index] end
  local stored = bot[1]
  if index > 1 then stored = redis.call('GET', KEYS[index]) end
  local p = pace[kind]
  local reach = horizon_max + p.burst * p.every
  local known = tonumber(stored or '0')
  local tat = math.max(math.min(known, now + reach), born + reach)
  local slack = (p.burst - 1) * p.every
  buckets[index] = { key = KEYS[index], tat = tat, every = p.every, slack = slack, used = known > now + reach }
  return buckets[index]
end
local all, requests, delays = load(1, 'bot'), {}, {}
for at = 11, #ARGV, 2 do
  local request = { all }
  request[2] = load(tonumber(ARGV[at]), 'chat')
  request[3] = load(tonumber(ARGV[at + 1]), 'group')
  requests[#requests + 1] = request
  delays[#requests] = '-1'
end
local function start_of(request)
  local start = math.max(now, pause)
  for _, bucket in ipairs(request) do start = math.max(start, bucket.tat - bucket.slack) end
  return start
end
while true do
  local best, best_start = nil, nil
  for index, request in ipairs(requests) do
    if not request.done then
      local start = start_of(request)
      if not best or start < best_start then best, best_start = index, start end
    end
  end
  if not best or best_start > latest then break end
  for _, bucket in ipairs(requests[best]) do
    bucket.tat = math.max(bucket.tat, best_start) + bucket.every
    bucket.used = true
  end
  requests[best].done = true
  delays[best] = text(best_start - now)
end
local tat = all.used and all.tat or tonumber(bot[1] or '0')
redis.call('HSET', KEYS[1], 'tat', text(tat), 'born', text(born), 'until', text(pause))
for index, bucket in pairs(buckets) do
  if index > 1 and bucket.used then
    redis.call('SET', bucket.key, text(bucket.tat), 'PX', text(math.ceil((bucket.tat - now) / 1000) + 1000))
  end
end
return delays
`;

const penalizeScript = `${prelude}
local wanted = now + math.min(tonumber(ARGV[3]), pause_max)
redis.call('HSET', KEYS[1], 'born', text(born), 'until', text(math.max(pause, wanted)))
`;

/** The budget on Redis: one Lua script, so that any number of processes share one pace. Rejects while Redis is away. */
export function redisBudget(options: { redis: Redis; prefix?: string; limits?: Limits }): Budget {
  const { redis, prefix = 'phoi-hop:budget', limits = telegramLimits } = options;
  return {
    async reserve(requests, { horizonMs = defaultHorizonMs, wallNowMs } = {}) {
      if (requests.length === 0) return [];
      const { keys, argv } = layOut(requests, prefix);
      const ahead = [limits.maxPauseUs, horizonMs * 1_000, limits.maxHorizonUs];
      const head = [nowText(wallNowMs), ...ahead, ...paces(limits)];
      const answer = await run(redis, reserveScript, keys, [...head, ...argv]);
      if (!Array.isArray(answer)) throw new Error('The rate budget got no list of delays from Redis');
      return toDelaysMs(answer.map((delay) => (delay === '-1' ? undefined : Number(delay))));
    },
    async penalize(retryAfterMs, { wallNowMs }: ReserveOptions = {}) {
      await run(
        redis,
        penalizeScript,
        [`${prefix}:bot`],
        [nowText(wallNowMs), limits.maxPauseUs, retryAfterMs * 1_000],
      );
    },
  };
}

/** EVAL and not EVALSHA: a restarted Redis has forgotten its scripts, and the text is small. */
function run(redis: Redis, script: string, keys: string[], argv: (string | number)[]): Promise<unknown> {
  return redis.eval(script, keys.length, ...keys, ...argv);
}

function paces({ bot, chat, group }: Limits): number[] {
  return [bot, chat, group].flatMap((pace) => [pace.intervalUs, pace.burst]);
}

function nowText(wallNowMs: number | undefined): string {
  return wallNowMs === undefined ? '' : String(Math.round(wallNowMs * 1_000));
}

/** KEYS[1] is the bot's bucket; a request is the places of its chat's and its group's key (0: none). */
function layOut(requests: readonly BudgetRequest[], prefix: string): { keys: string[]; argv: number[] } {
  const places = new Map([[`${prefix}:bot`, 1]]);
  const place = (bucket: string | undefined): number => {
    if (bucket === undefined) return 0;
    const key = `${prefix}:${bucket}`;
    if (!places.has(key)) places.set(key, places.size + 1);
    return places.get(key)!;
  };
  const argv = requests.flatMap((request) => {
    const [chat, group] = bucketsOf(request);
    return [place(chat), place(group)];
  });
  return { keys: [...places.keys()], argv };
}
