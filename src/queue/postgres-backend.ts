import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Backend, eventsKept } from './backend.ts';

// BullMQ looks for its tables in this schema when it is given a pool.
const schema = 'bullmq';
const { Queue: BullQueue, Worker } = withBackend(createPostgresBackend);

/** BullMQ in Postgres, in a schema of its own that is made or brought up to date here; rejects when Postgres is away. */
export async function postgresBackend(options: {
  url: string;
  prefix: string;
  jobs: number;
  log: Logger;
}): Promise<Backend> {
  const { url, prefix, jobs, log } = options;
  const pool = openPool(url, jobs, log);
  await migrate(pool);
  return {
    isReachable: () => true,
    producer(name) {
      const queue = new BullQueue(`${prefix}-${name}`, { connection: pool, streams: eventsKept });
      queue.on('error', (err) => log.debug({ err, job: name }, 'the queue hiccuped'));
      return queue;
    },
    consumer(name, concurrency, process) {
      const worker = new Worker(`${prefix}-${name}`, process, { connection: pool, concurrency });
      worker.on('error', (err) => log.debug({ err, job: name }, 'the queue hiccuped'));
      return worker;
    },
    ping: async () => void (await pool.query('SELECT 1')),
    close: () => pool.end(),
  };
}

function openPool(url: string, jobs: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    max: jobs + 6, // each worker keeps one to listen on
    // A busy machine may take seconds to start a server process; readiness has its own, shorter patience.
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: 'phoi-hop queue',
  });
  pool.on('error', (err) => log.warn({ err }, 'the queue lost a connection to Postgres'));
  return pool;
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    client.release();
  }
}
