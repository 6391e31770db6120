import type { Update } from '@grammyjs/types';
import { conflict } from './api-failure.ts';

/** An update waiting for the bot; a forced one is given once, whatever the offset. */
export interface PendingUpdate {
  update: Update;
  forced: boolean;
  expiresAt: number;
}

/** The kinds an update may have. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

interface LongPoll {
  answer: () => void;
  refuse: (failure: Error) => void;
}

/** Telegram drops a tap that nobody fetched for this long. */
const TAP_KEPT_MS = 150_000;
const KEPT_HISTORY = 10_000;
const OFF_BY_DEFAULT = new Set<UpdateKind>(['chat_member', 'message_reaction', 'message_reaction_count']);

/** Updates on their way to the bot, by long polling here or by the webhook, which takes them from here. */
export class UpdateQueue {
  readonly pending = new Set<PendingUpdate>();
  private readonly history = new Map<number, Update>();
  private poll: LongPoll | undefined;
  private nextId: number;
  lastId = 0;
  allowed: UpdateKind[] = [];
  /** Set while a webhook takes the updates. */
  onPush: ((entry: PendingUpdate) => void) | undefined;

  private readonly now: () => number;

  constructor(now: () => number, firstId: number) {
    this.now = now;

    this.nextId = firstId;
  }

  /** Queues an update of one kind; undefined when the bot did not ask for that kind. */
  push<K extends UpdateKind>(kind: K, content: NonNullable<Update[K]>): number | undefined {
    const isWanted = this.allowed.length === 0 ? !OFF_BY_DEFAULT.has(kind) : this.allowed.includes(kind);
    if (!isWanted) return undefined;
    return this.inject({ [kind]: content });
  }

  /** Queues a raw update as it is, numbered unless it has a number. */
  inject(raw: Partial<Update>): number {
    const update: Update = { ...raw, update_id: raw.update_id ?? this.nextId++ };
    this.lastId = update.update_id;
    const expiresAt = update.callback_query ? this.now() + TAP_KEPT_MS : Number.POSITIVE_INFINITY;
    this.enqueue({ update, forced: raw.update_id !== undefined, expiresAt });
    return update.update_id;
  }

  /** Gives an update once more under its old number. */
  duplicate(id: number): void {
    const update = this.history.get(id);
    if (!update) throw new Error(`there was no update ${id}`);
    this.enqueue({ update, forced: true, expiresAt: Number.POSITIVE_INFINITY });
  }

  /**
   * getUpdates. An offset confirms what lies below it. As on Telegram a newcomer takes over and the long poll that was
   * waiting ends with 409.
   */
  async take(offset: number, limit: number, timeoutSeconds: number, gone: AbortSignal): Promise<Update[]> {
    this.interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    this.confirm(offset);
    if (this.pending.size === 0 && timeoutSeconds > 0) await this.wait(timeoutSeconds, gone);
    // A poller that hung up must not use up what is given only once.
    if (gone.aborted) return [];
    return this.batch(limit);
  }

  /** Ends the waiting long poll, if any, with 409. */
  interrupt(why: string): void {
    this.poll?.refuse(conflict(why));
  }

  private enqueue(entry: PendingUpdate): void {
    this.pending.add(entry);
    this.history.set(entry.update.update_id, entry.update);
    if (this.history.size > KEPT_HISTORY) this.history.delete(this.history.keys().next().value!);
    if (this.onPush) this.onPush(entry);
    else this.poll?.answer();
  }

  private confirm(offset: number): void {
    const first = offset < 0 ? this.nthFromEnd(-offset) : offset;
    for (const entry of this.pending) {
      const isExpired = entry.expiresAt <= this.now();
      if (isExpired || (!entry.forced && entry.update.update_id < first)) this.pending.delete(entry);
    }
  }

  private nthFromEnd(count: number): number {
    return [...this.pending].at(-count)?.update.update_id ?? 0;
  }

  private batch(limit: number): Update[] {
    const updates: Update[] = [];
    for (const entry of this.pending) {
      if (updates.length === limit) break;
      updates.push(entry.update);
      if (entry.forced) this.pending.delete(entry);
    }
    return updates;
  }

  private wait(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', answer);
        if (this.poll === poll) this.poll = undefined;
      };
      const answer = () => {
        end();
        resolve();
      };
      const refuse = (failure: Error) => {
        end();
        reject(failure);
      };
      const poll: LongPoll = { answer, refuse };
      const timer = setTimeout(answer, seconds * 1000);
      gone.addEventListener('abort', answer);
      this.poll = poll;
    });
  }
}
