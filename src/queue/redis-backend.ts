import { Queue as BullQueue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { type Backend, eventsKept } from './backend.ts';
import { openImpatientRedis, openPatientRedis, warnOfEviction } from './redis.ts';

/** BullMQ on Redis. Connects in the background: a Redis that is away delays jobs, it does not stop the start. */
export function redisBackend(options: { url: string; prefix: string; log: Logger }): Backend {
  const { url, prefix, log } = options;
  const producing = openImpatientRedis(url, log);
  const consuming = lazy(() => openPatientRedis(url, log));
  producing.once('ready', () => void warnOfEviction(producing, log));
  // BullMQ's own version check asks Redis once and, when that fails, leaves the queue broken for good.
  const shared = { prefix, skipVersionCheck: true };
  return {
    isReachable: () => producing.status === 'ready',
    producer(name) {
      const queue = new BullQueue(name, { ...shared, connection: producing, streams: eventsKept });
      queue.on('error', () => {}); // the connection itself has reported it
      return queue;
    },
    consumer(name, concurrency, process) {
      const worker = new Worker(name, process, { ...shared, connection: consuming.get(), concurrency });
      worker.on('error', (err) => log.debug({ err, job: name }, 'the queue hiccuped'));
      return worker;
    },
    ping: async () => void (await producing.ping()),
    async close() {
      producing.disconnect();
      consuming.made()?.disconnect();
    },
  };
}

function lazy<T>(make: () => T): { get(): T; made(): T | undefined } {
  let value: T | undefined;
  return {
    get() {
      value ??= make();
      return value;
    },
    made: () => value,
  };
}
