import {
  assertSchemaCompatibility,
  createPostgresBackend,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Backend, eventsKept } from './backend.ts';

// BullMQ looks for its tables in this schema when it is given a pool.
const schema = 'bullmq';
const { Queue: BullQueue, Worker } = withBackend(createPostgresBackend);

/** The queue's tables are to be made or brought up to date, and nobody who may do it is known; the message says what helps. */
export class QueueNotMade extends Error {
  override name = 'QueueNotMade';
}

/**
 * BullMQ in Postgres, in a schema of its own that its owner (`ownerUrl`) makes or brings up to date here; sessions run as `role`, who
 * works with the tables and owns none. Rejects when Postgres is away, and with QueueNotMade when `ownerUrl` may not make what is missing.
 */
export async function postgresBackend(options: {
  url: string;
  ownerUrl: string;
  role: string | undefined;
  prefix: string;
  jobs: number;
  log: Logger;
}): Promise<Backend> {
  const { url, ownerUrl, role, prefix, jobs, log } = options;
  await prepareSchema(ownerUrl, role);
  const pool = openPool(url, role, jobs, log);
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

function openPool(url: string, role: string | undefined, jobs: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}${role === undefined ? '' : ` -c role=${role}`}`,
    max: jobs + 6, // each worker keeps one to listen on
    // A busy machine may take seconds to start a server process; readiness has its own, shorter patience.
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: 'phoi-hop queue',
  });
  pool.on('error', (err) => log.warn({ err }, 'the queue lost a connection to Postgres'));
  return pool;
}

async function prepareSchema(connectionString: string, role: string | undefined): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 15_000,
    application_name: 'phoi-hop queue',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ makes: boolean }>(
      "select has_database_privilege(current_database(), 'create') as makes",
    );
    if (!rows[0]!.makes) return await requirePrepared(client);
    await runMigrations(client, schema);
    if (role === undefined) return;
    for (const rights of [
      'usage on schema',
      'select, insert, update, delete on all tables in schema',
      'usage, select, update on all sequences in schema',
    ])
      await client.query(`grant ${rights} ${schema} to ${role}`);
  } finally {
    await client.end();
  }
}

async function requirePrepared(client: pg.Client): Promise<void> {
  const version = await assertSchemaCompatibility(client, schema).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && ['3F000', '42501'].includes(String(error.code)))
      return 0;
    if (error instanceof Error && error.name === 'SchemaMigrationRequiredError') return 0;
    throw error;
  });
  if (version >= LATEST_SCHEMA_VERSION) return;
  throw new QueueNotMade(
    `DATABASE_OWNER_URL: the queue's tables are to be made, which this user may not do. Set DATABASE_OWNER_URL to the owner's address for this start, or REDIS_URL: docs/operations.md, "The database's two users".`,
  );
}
