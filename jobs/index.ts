import { deliverOutbox } from './deliver-outbox.ts';

/** All jobs. A new one: its file, and its line here. */
export const JOBS = [deliverOutbox] as const;
