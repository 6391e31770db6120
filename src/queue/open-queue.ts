import type { Logger } from 'pino';
import type { Consumer } from './backend.ts';
import type { Job, JobData } from './define-job.ts';
import { createKicker, type KickOptions } from './kicker.ts';
import { postgresBackend } from './postgres-backend.ts';
import { redisBackend } from './redis-backend.ts';
import { within } from './within.ts';
import { closeConsumers, processor } from './workers.ts';

/** Hands work to the workers. Postgres knows what is due; the queue only makes it soon. */
export interface Queue {
  /** Never rejects: a kick that fails is logged and left to the sweep. A kick while the job runs makes it run once more. */
  kick<Data extends JobData>(
    job: Pick<Job<Data>, 'name' | 'schema'>,
    data: NoInfer<Data>,
    options?: KickOptions,
  ): Promise<void>;
  startWorkers(): void;
  /** Whether the queue's server answers within 2 s. */
  ready(): Promise<boolean>;
  /** Takes no more work, lets what runs finish for at most `drainMs` (8,000), closes every connection. */
  close(drainMs?: number): Promise<void>;
}

/**
 * Where it lives in Postgres, `ownerUrl` makes its tables, else `databaseUrl`, and sessions run as `role`. `deps` is called once, when the workers start,
 * with the queue itself: a job may kick another.
 */
export interface QueueOptions<Deps> {
  redisUrl?: string;
  databaseUrl: string;
  ownerUrl?: string;
  role?: string;
  prefix?: string;
  jobs: readonly Job<JobData, Deps>[];
  deps: (queue: Queue) => Deps;
  log: Logger;
}

const pingTimeoutMs = 2_000;

/** Opens the queue: on Redis where there is a URL of one, else in Postgres, which must then be there. */
export async function openQueue<Deps>(options: QueueOptions<Deps>): Promise<Queue> {
  const { redisUrl, databaseUrl, ownerUrl = databaseUrl, role, jobs, log, prefix = 'phoi-hop' } = options;
  const backend =
    redisUrl === undefined
      ? await postgresBackend({ url: databaseUrl, ownerUrl, role, prefix, jobs: jobs.length, log })
      : redisBackend({ url: redisUrl, prefix, log });
  const kicker = createKicker(backend, jobs, log);
  const consumers: Consumer[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (drainMs: number) => {
    await closeConsumers(consumers, drainMs, log);
    await kicker.close();
    // Postgres waits for a job that was cut off and still holds its connection; the process must not.
    await within(1_000, backend.close()).catch(() => {});
  };
  const queue: Queue = {
    kick: kicker.kick,
    startWorkers() {
      if (consumers.length > 0) throw new Error('The workers of this queue run already');
      const deps = options.deps(queue);
      for (const job of jobs) {
        consumers.push(backend.consumer(job.name, job.concurrency, processor(job, deps, log)));
      }
    },
    ready: () =>
      within(pingTimeoutMs, backend.ping()).then(
        () => true,
        () => false,
      ),
    close(drainMs = 8_000) {
      closing ??= closeAll(drainMs);
      return closing;
    },
  };
  return queue;
}
