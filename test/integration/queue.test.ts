import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../../src/queue/define-job.ts';
import { openQueue, type Queue } from '../../src/queue/open-queue.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

interface Deps {
  visit(id: number): Promise<void>;
  queue: Queue;
}

const visit = defineJob({
  name: 'visit',
  schema: z.object({ id: z.number() }),
  concurrency: 2,
  run: ({ id }, deps: Deps) => deps.visit(id),
});
const relay = defineJob({
  name: 'relay',
  schema: z.object({ id: z.number() }),
  run: ({ id }, deps: Deps) => deps.queue.kick(visit, { id }),
});

let redis: RedisServer;
let database: TestDatabase;
let prefixes = 0;
const open: Queue[] = [];

beforeAll(async () => {
  redis = await startRedisServer();
  database = await makeTestDatabase();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close(1_000)));
});
afterAll(async () => {
  await redis.stop();
  await database.close();
});

interface Setup {
  redisUrl?: string;
  log?: Logger;
  prefix?: string;
  run?: (id: number) => Promise<void>;
}

async function start({
  redisUrl,
  run = async () => {},
  log = pino({ level: 'silent' }),
  ...rest
}: Setup = {}) {
  const visited: number[] = [];
  const queue = await openQueue<Deps>({
    redisUrl,
    databaseUrl: database.url,
    prefix: rest.prefix ?? `test${process.pid}-${++prefixes}`,
    jobs: [visit, relay],
    deps: (self) => ({
      queue: self,
      async visit(id) {
        visited.push(id);
        await run(id);
      },
    }),
    log,
  });
  open.push(queue);
  await vi.waitFor(async () => expect(await queue.ready()).toBe(true), 5_000);
  return { queue, visited };
}

function gate(): { wait: Promise<void>; open: () => void } {
  let release = () => {};
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { wait, open: release };
}

function recordingLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { log: pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }), lines };
}

const soon = { timeout: 8_000, interval: 25 };

describe.each(['redis', 'postgres'])('on %s', (backend) => {
  const url = () => (backend === 'redis' ? { redisUrl: redis.url } : {});

  test('what is kicked is run, and a job may kick another', async () => {
    const { queue, visited } = await start(url());
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await queue.kick(relay, { id: 2 });
    await vi.waitFor(() => expect(visited.toSorted()).toEqual([1, 2]), soon);
  });

  test('many kicks while one waits collapse to one; other data is other work', async () => {
    const { queue, visited } = await start(url());
    for (let i = 0; i < 20; i++) await queue.kick(visit, { id: 1 });
    await queue.kick(visit, { id: 2 });
    queue.startWorkers();
    await vi.waitFor(() => expect(visited).toHaveLength(2), soon);
    await sleep(300);
    expect(visited.toSorted()).toEqual([1, 2]);
  });

  test('kicks during a run lead to exactly one more run, never beside the first', async () => {
    const first = gate();
    let running = 0;
    let most = 0;
    const run = async () => {
      most = Math.max(most, ++running);
      await first.wait;
      running--;
    };
    const { queue, visited } = await start({ ...url(), run });
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1]), soon);
    for (let i = 0; i < 5; i++) await queue.kick(visit, { id: 1 });
    await sleep(300);
    expect(visited).toEqual([1]);
    first.open();
    await vi.waitFor(() => expect(visited).toEqual([1, 1]), soon);
    await sleep(300);
    expect({ visited, most }).toEqual({ visited: [1, 1], most: 1 });
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1, 1, 1]), soon);
  });

  test('a run that fails is tried again, and after the last attempt its id is free', async () => {
    const { queue, visited } = await start({
      ...url(),
      run: async (id) => {
        if (id === 1) throw new Error('not now');
      },
    });
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1, 1, 1]), soon);
    await sleep(200);
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1, 1, 1, 1]), soon);
  });

  test('a long text is refused: it never reaches the queue or the log, and the caller goes on', async () => {
    const { log, lines } = recordingLog();
    const letter = defineJob({ name: 'visit', schema: z.object({ id: z.string() }), run: async () => {} });
    const { queue, visited } = await start({ ...url(), log });
    queue.startWorkers();
    await expect(queue.kick(letter, { id: 'meet at the back door' })).resolves.toBeUndefined();
    await sleep(200);
    expect(visited).toEqual([]);
    expect(lines).toMatchObject([
      { level: 40, job: 'visit', msg: 'a kick was lost; the sweep will find the work' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('back door');
  });

  test('closing lets a running job finish', async () => {
    let isDone = false;
    const { queue, visited } = await start({
      ...url(),
      run: async () => {
        await sleep(400);
        isDone = true;
      },
    });
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1]), soon);
    await queue.close(5_000);
    expect(isDone).toBe(true);
  });

  test('closing waits no longer than it may', async () => {
    const held = gate();
    const { queue, visited } = await start({ ...url(), run: () => held.wait });
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1]), soon);
    const before = performance.now();
    await queue.close(200);
    expect(performance.now() - before).toBeLessThan(3_000);
    held.open();
  });

  test('what was kicked without a worker waits for the next process', async () => {
    const prefix = `test${process.pid}-shared-${backend}`;
    const producer = await start({ ...url(), prefix });
    await producer.queue.kick(visit, { id: 9 });
    await producer.queue.close();
    const worker = await start({ ...url(), prefix });
    worker.queue.startWorkers();
    await vi.waitFor(() => expect(worker.visited).toEqual([9]), soon);
  });
});

test('Postgres that cuts every connection is used again by itself', async () => {
  const { queue, visited } = await start();
  queue.startWorkers();
  await queue.kick(visit, { id: 1 });
  await vi.waitFor(() => expect(visited).toEqual([1]), soon);
  await database.ownerSql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name NOT LIKE 'postgres%' AND pid <> pg_backend_pid()`;
  await vi.waitFor(async () => expect(await queue.ready()).toBe(true), soon);
  await queue.kick(visit, { id: 2 });
  await vi.waitFor(() => expect(visited).toEqual([1, 2]), soon);
});

describe('when Redis loses its memory or its life', () => {
  test('an emptied Redis does not stop the workers, not even in the middle of a run', async () => {
    const held = gate();
    const { queue, visited } = await start({
      redisUrl: redis.url,
      run: (id) => (id === 1 ? held.wait : Promise.resolve()),
    });
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1]), soon);
    await redis.flush();
    await queue.kick(visit, { id: 2 });
    await vi.waitFor(() => expect(visited).toEqual([1, 2]), soon);
    held.open();
    await sleep(200);
    await queue.kick(visit, { id: 1 });
    await vi.waitFor(() => expect(visited).toEqual([1, 2, 1]), soon);
  });

  test('a Redis that goes away and comes back empty is used again by itself', async () => {
    const own = await startRedisServer();
    try {
      const { log, lines } = recordingLog();
      const { queue, visited } = await start({ redisUrl: own.url, log });
      queue.startWorkers();
      await queue.kick(visit, { id: 1 });
      await vi.waitFor(() => expect(visited).toEqual([1]), soon);
      await own.stop();
      await vi.waitFor(async () => expect(await queue.ready()).toBe(false), soon);
      await expect(queue.kick(visit, { id: 2 })).resolves.toBeUndefined();
      expect(
        lines.filter((line) => line.msg === 'a kick was lost; the sweep will find the work'),
      ).toHaveLength(1);
      await own.start();
      await vi.waitFor(async () => expect(await queue.ready()).toBe(true), soon);
      await queue.kick(visit, { id: 3 });
      await vi.waitFor(() => expect(visited).toEqual([1, 3]), soon);
      await queue.close(500);
    } finally {
      await own.stop();
    }
  });

  test('a process may start before its Redis', async () => {
    const own = await startRedisServer();
    await own.stop();
    const visited: number[] = [];
    const queue = await openQueue<Deps>({
      redisUrl: own.url,
      databaseUrl: database.url,
      jobs: [visit],
      deps: (self) => ({ queue: self, visit: async (id) => void visited.push(id) }),
      log: pino({ level: 'silent' }),
    });
    open.push(queue);
    queue.startWorkers();
    await queue.kick(visit, { id: 1 });
    expect(await queue.ready()).toBe(false);
    await own.start();
    await vi.waitFor(async () => expect(await queue.ready()).toBe(true), soon);
    await queue.kick(visit, { id: 2 });
    await vi.waitFor(() => expect(visited).toEqual([2]), soon);
    await queue.close(500);
    await own.stop();
  });

  test('a Redis that may evict keys is named with the line that cures it', async () => {
    const own = await startRedisServer('--maxmemory-policy', 'allkeys-lru');
    const { log, lines } = recordingLog();
    const { queue } = await start({ redisUrl: own.url, log });
    await vi.waitFor(
      () => expect(JSON.stringify(lines)).toContain('set \\"maxmemory-policy noeviction\\"'),
      soon,
    );
    await queue.close();
    await own.stop();
  });
});
