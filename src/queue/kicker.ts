import { createHash, randomUUID } from 'node:crypto';
import type { JobsOptions } from 'bullmq';
import type { Logger } from 'pino';
import type { Backend, Producer } from './backend.ts';
import { type Job, type JobData, parseJobData } from './define-job.ts';
import { within } from './within.ts';

/** `key` tells kicks apart; by default all the data. Kicks with one key collapse while one of them waits. */
export interface KickOptions {
  key?: string;
}

const kickTimeoutMs = 2_000;

/** The producing half of the queue: what it puts in is parsed, named for ever and told apart by its key. */
export function createKicker(backend: Backend, jobs: readonly Pick<Job, 'name'>[], log: Logger) {
  const producers = new Map<string, Producer>();
  const known = new Map(jobs.map((job) => [job.name, job as Job]));
  async function put(name: string, data: unknown, { key }: KickOptions): Promise<void> {
    const job = known.get(name);
    if (!job) throw new Error(`No job is named ${name}: is it in the list the queue was opened with?`);
    const parsed = parseJobData(job, data);
    if ('refused' in parsed) {
      throw new Error(`Jobs carry ids only; ${name} was refused (${parsed.refused.join(', ')})`);
    }
    if (!backend.isReachable()) throw new Error('The queue cannot be reached');
    const producer = producers.get(name) ?? backend.producer(name);
    producers.set(name, producer);
    const added = producer.add(name, parsed.data, jobOptions(job, key ?? keyOf(parsed.data)));
    await within(kickTimeoutMs, added).catch((error: unknown) => {
      // Made anew next time: one that failed to start stays broken.
      if (producers.get(name) === producer) producers.delete(name);
      producer.close().catch(() => {});
      throw error;
    });
  }
  return {
    kick: (job: { name: string }, data: JobData, options: KickOptions = {}) =>
      put(job.name, data, options).catch((err: unknown) => {
        log.warn({ err, job: job.name }, 'a kick was lost; the sweep will find the work');
      }),
    close: () =>
      Promise.allSettled([...producers.values()].map((producer) => within(kickTimeoutMs, producer.close()))),
  };
}

function jobOptions(job: Job, key: string): JobsOptions {
  return {
    // Unique for ever: BullMQ's own counter starts again at 1 when Redis was emptied.
    jobId: `${job.name}-${randomUUID()}`,
    deduplication: { id: key, keepLastIfActive: true },
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 0,
  };
}

function keyOf(data: JobData): string {
  const sorted = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}
