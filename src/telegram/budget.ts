import type { SlotRequest } from '../domain/gcra.ts';

export type BudgetRequest = SlotRequest;

/** `horizonMs`: how far ahead to reserve, at most and by default 1,000 ms. `wallNowMs` replaces the server's clock in tests. */
export interface ReserveOptions {
  horizonMs?: number;
  wallNowMs?: number;
}

/** Who may send when: one memory for all processes, on the clock of the server that keeps it. */
export interface Budget {
  /**
   * Reserves one slot a request and returns the ms until each may go on the wire, in the order of the requests; `undefined`
   * is "later": not reserved, ask again. Those who go first come first. Reserve in small batches, so that answers to taps never
   * queue behind a broadcast.
   */
  reserve(requests: readonly BudgetRequest[], options?: ReserveOptions): Promise<(number | undefined)[]>;
  /** Nothing starts for `retryAfterMs`: for when several chats answered 429. */
  penalize(retryAfterMs: number, options?: Pick<ReserveOptions, 'wallNowMs'>): Promise<void>;
}

/** The horizon in ms when the caller names none. */
export const defaultHorizonMs = 1_000;

/** A budget that lets everything go at once: for when the limits are off. */
export const unlimitedBudget: Budget = {
  reserve: async (requests) => requests.map(() => 0),
  penalize: async () => {},
};

/** Whole ms, rounded up: a timer must never fire before its slot. */
export function toDelaysMs(delaysUs: readonly (number | undefined)[]): (number | undefined)[] {
  return delaysUs.map((delay) => (delay === undefined ? undefined : Math.ceil(delay / 1_000)));
}
