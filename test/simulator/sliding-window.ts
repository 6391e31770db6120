/** Instants (wall ms) of the last `lengthMs`; half-open: what is exactly `lengthMs` old no longer counts. */
export class SlidingWindow {
  private instants: number[] = [];
  private head = 0;
  peak = 0;

  private readonly lengthMs: number;

  constructor(lengthMs: number) {
    this.lengthMs = lengthMs;
  }

  add(at: number): void {
    this.forget(at);
    this.instants.push(at);
    this.peak = Math.max(this.peak, this.instants.length - this.head);
  }

  /** Milliseconds until one more fits under `most`; 0 when it fits now. */
  waitFor(at: number, most: number): number {
    this.forget(at);
    const over = this.instants.length - this.head - most;
    return over < 0 ? 0 : this.instants[this.head + over]! + this.lengthMs - at;
  }

  private forget(at: number): void {
    while (this.head < this.instants.length && this.instants[this.head]! <= at - this.lengthMs)
      this.head += 1;
    // Compacted now and then only: a shift per message would cost more than the message.
    if (this.head > 4_096) {
      this.instants = this.instants.slice(this.head);
      this.head = 0;
    }
  }
}
