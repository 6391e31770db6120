import type { SimToast } from './protocol.ts';

interface OpenQuery {
  userId: number;
  chatId: number;
  expiresAt: number;
  tell: (toast: SimToast) => void;
}

/** Taps that wait for their answer; each may be answered once, before it expires. */
export class CallbackQueries {
  private readonly open = new Map<string, OpenQuery>();
  private count = 0;

  private readonly now: () => number;
  private readonly expiryMs: number;

  constructor(now: () => number, expiryMs: number) {
    this.now = now;
    this.expiryMs = expiryMs;
  }

  /** Opens a query; `tell` is called with the answer. */
  ask(userId: number, chatId: number, tell: (toast: SimToast) => void): string {
    this.forgetExpired();
    this.count += 1;
    const id = `26${String(this.count).padStart(16, '0')}`;
    this.open.set(id, { userId, chatId, expiresAt: this.now() + this.expiryMs, tell });
    return id;
  }

  /** Answers a query; undefined when it is unknown, expired or already answered. */
  answer(id: string, toast: SimToast): { userId: number; chatId: number } | undefined {
    const query = this.open.get(id);
    this.open.delete(id);
    if (!query || query.expiresAt <= this.now()) return undefined;
    query.tell(toast);
    return query;
  }

  private forgetExpired(): void {
    for (const [id, query] of this.open) {
      if (query.expiresAt > this.now()) return;
      this.open.delete(id);
    }
  }
}
