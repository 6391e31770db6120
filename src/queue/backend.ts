import type { JobsOptions } from 'bullmq';
import type { JobData } from './define-job.ts';

/** Puts jobs of one name into the queue. */
export interface Producer {
  add(name: string, data: JobData, options: JobsOptions): Promise<unknown>;
  close(): Promise<void>;
}

/** Takes jobs of one name out of the queue. */
export interface Consumer {
  /** Takes no more, resolves when the running jobs are done and the connections closed. */
  close(): Promise<void>;
  /** Cuts the connections under what still runs. */
  disconnect(): Promise<void>;
}

/** What runs a job that was taken; what it throws decides on another attempt. */
export type Process = (job: { id?: string; data: unknown; attemptsMade: number }) => Promise<void>;

/** Where the jobs lie: Redis, or Postgres where there is none. */
export interface Backend {
  /** False while the server is known to be away: a kick need not wait for it. */
  isReachable(): boolean;
  producer(name: string): Producer;
  consumer(name: string, concurrency: number, process: Process): Consumer;
  /** Resolves when the server answers; rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Options that BullMQ's queues and workers take on either backend. */
export const eventsKept = { events: { maxLen: 100 } };
