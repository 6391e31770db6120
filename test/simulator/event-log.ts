import type { SimChange, SimEvent } from './protocol.ts';

/** How many events are kept for those who join late. */
const KEPT = 2_000;

/** Numbers every change, keeps the last ones and tells those who listen. */
export class EventLog {
  private readonly listeners = new Set<(event: SimEvent) => void>();
  private kept: SimEvent[] = [];
  seq = 0;

  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  emit(change: SimChange): void {
    this.seq += 1;
    const event: SimEvent = { ...change, seq: this.seq, at: this.now() };
    this.kept.push(event);
    if (this.kept.length > 2 * KEPT) this.kept = this.kept.slice(-KEPT);
    for (const listener of this.listeners) listener(event);
  }

  /** Calls back for each change until the returned function is called. */
  subscribe(listener: (event: SimEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Kept events with a number above `seq`, oldest first. */
  since(seq: number): SimEvent[] {
    return this.kept.filter((event) => event.seq > seq);
  }
}
