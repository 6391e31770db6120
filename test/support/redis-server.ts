import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../db/free-port.ts';
import { realClockEnv } from './real-clock-env.ts';

/** A private Redis that keeps nothing on disk: it can be emptied, stopped and started again on the same port. */
export interface RedisServer {
  url: string;
  flush(): Promise<void>;
  start(...settings: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a redis-server of its own on a free loopback port; needs `redis-server` in the PATH. */
export async function startRedisServer(...settings: string[]): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const server: RedisServer = {
    url,
    flush: () => ask(url, async (redis) => void (await redis.flushall())),
    async start(...more) {
      const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn('redis-server', [...own, ...more], { stdio: 'ignore', env: realClockEnv() });
      await untilUp(url);
    },
    async stop() {
      if (!child) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      child = undefined;
    },
  };
  await server.start(...settings);
  return server;
}

async function ask(url: string, question: (redis: Redis) => Promise<void>): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await question(redis);
  } finally {
    redis.disconnect();
  }
}

async function untilUp(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(url, async (redis) => void (await redis.ping()));
    } catch (error) {
      if (attempt === 100) throw new Error('redis-server did not start within 5 s', { cause: error });
      await sleep(50);
    }
  }
}
