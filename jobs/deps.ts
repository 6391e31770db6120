import type { DeliverDeps } from '../src/telegram/deliver.ts';

/** What jobs work with. */
export type JobDeps = { deliver: DeliverDeps };
