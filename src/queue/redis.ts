import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** Opens a Redis connection that reports once when it is lost and once when it is back; never throws for a server that is away. */
export function openRedis(url: string, log: Logger, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2_000),
    ...options,
  });
  let isLost = false;
  redis.on('error', (error) => {
    if (!isLost) log.warn({ err: error }, 'Redis cannot be reached; trying again');
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) log.info('Redis is back');
    isLost = false;
  });
  return redis;
}

/** A connection for requests that must fail at once while Redis is away: producers and the rate budget. */
export function openImpatientRedis(url: string, log: Logger): Redis {
  return openRedis(url, log, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5_000 });
}

/** A connection for workers, which wait for Redis as long as it takes. */
export function openPatientRedis(url: string, log: Logger): Redis {
  return openRedis(url, log, { maxRetriesPerRequest: null });
}

/** Warns when Redis may throw keys away: an evicted job is lost until the next sweep. Never rejects. */
export async function warnOfEviction(redis: Redis, log: Logger): Promise<void> {
  const info = await redis.info('memory').catch(() => '');
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  log.warn(
    { policy },
    `Redis evicts keys (maxmemory-policy ${policy}), so jobs can vanish: set "maxmemory-policy noeviction" in redis.conf`,
  );
}
