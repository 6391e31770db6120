import { UnrecoverableError } from 'bullmq';
import type { Logger } from 'pino';
import type { Consumer, Process } from './backend.ts';
import { type Job, type JobData, parseJobData } from './define-job.ts';
import { within } from './within.ts';

/** What BullMQ runs: the job's own `run` behind a second look at the data. */
export function processor<Deps>(job: Job<JobData, Deps>, deps: Deps, log: Logger): Process {
  return async ({ id, data, attemptsMade }) => {
    const parsed = parseJobData(job as Job, data);
    if ('refused' in parsed) {
      log.error(
        { job: job.name, refused: parsed.refused },
        'a job with other data than it is made for was dropped',
      );
      throw new UnrecoverableError('wrong data');
    }
    try {
      await job.run(parsed.data, deps);
    } catch (err) {
      log.error({ err, job: job.name, jobId: id, attempt: attemptsMade + 1 }, 'a job failed');
      // Not the error itself: the queue stores its message, and that may quote what people wrote.
      throw new Error(`${job.name} failed`);
    }
  };
}

/** Lets what runs finish for `drainMs`, then cuts the connections. */
export async function closeConsumers(
  consumers: readonly Consumer[],
  drainMs: number,
  log: Logger,
): Promise<void> {
  const closing = Promise.all(consumers.map((consumer) => consumer.close()));
  const isDrained = await within(drainMs, closing).then(
    () => true,
    () => false,
  );
  if (isDrained) return;
  log.warn({ drainMs }, 'jobs still run; they are cut off and will run again');
  await within(1_000, Promise.allSettled(consumers.map((consumer) => consumer.disconnect()))).catch(() => {});
}
