import { z } from 'zod';
import { defineJob } from '../src/queue/define-job.ts';
import { deliver } from '../src/telegram/deliver.ts';
import type { JobDeps } from './deps.ts';

/** Lines that send side by side, so that one waiting for its slot does not hold up the rest. */
export const DELIVERY_LINES = 3;

/** Sends what the outbox holds; the data only tell the lines apart. */
export const deliverOutbox = defineJob<{ line: number }, JobDeps>({
  name: 'deliver-outbox',
  schema: z.object({ line: z.number().int().min(0).max(31) }),
  concurrency: DELIVERY_LINES,
  attempts: 1,
  run: async (_data, deps) => {
    await deliver(deps.deliver);
  },
});
