import type { WebhookInfo } from '@grammyjs/types';
import type { PendingUpdate, UpdateQueue } from './update-queue.ts';

/** Where updates go. */
export interface WebhookTarget {
  url: string;
  secret: string | undefined;
  maxConnections: number;
}

/** Waits between tries, in ms, doubling from the first; and how long one try may take. */
export interface WebhookTiming {
  retryBaseMs: number;
  retryMaxMs: number;
  timeoutMs: number;
}

interface Lane {
  entries: PendingUpdate[];
  tries: number;
}

/** Posts updates: in order within a chat, taps beside everything else; any 2xx is done, all else is tried again. */
export class Webhook {
  target: WebhookTarget | undefined;
  private lanes = new Map<string, Lane>();
  private ready: string[] = [];
  private timers = new Set<NodeJS.Timeout>();
  private inFlight = 0;
  private lastError: { at: number; message: string } | undefined;
  private stopped = new AbortController();

  private readonly queue: UpdateQueue;
  private readonly now: () => number;
  private readonly timing: WebhookTiming;

  constructor(queue: UpdateQueue, now: () => number, timing: WebhookTiming) {
    this.queue = queue;
    this.now = now;
    this.timing = timing;
  }

  set(target: WebhookTarget): void {
    this.stop();
    this.target = target;
    this.queue.onPush = (entry) => this.enqueue(entry);
    for (const entry of this.queue.pending) this.enqueue(entry);
  }

  /** Ends delivery; what was not delivered stays pending. */
  stop(): void {
    this.stopped.abort();
    this.stopped = new AbortController();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.lanes.clear();
    this.ready = [];
    this.inFlight = 0;
    this.target = undefined;
    this.lastError = undefined;
    this.queue.onPush = undefined;
  }

  info(): WebhookInfo {
    return {
      url: this.target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.queue.pending.size,
      max_connections: this.target?.maxConnections,
      last_error_date: this.lastError && Math.floor(this.lastError.at / 1000),
      last_error_message: this.lastError?.message,
      allowed_updates: this.queue.allowed.length === 0 ? undefined : this.queue.allowed,
    };
  }

  private enqueue(entry: PendingUpdate): void {
    const key = laneOf(entry);
    const lane = this.lanes.get(key);
    if (lane) {
      lane.entries.push(entry);
      return;
    }
    this.lanes.set(key, { entries: [entry], tries: 0 });
    this.ready.push(key);
    this.pump();
  }

  private pump(): void {
    while (this.target && this.inFlight < this.target.maxConnections && this.ready.length > 0) {
      this.inFlight += 1;
      void this.deliver(this.ready.shift()!, this.target, this.stopped.signal);
    }
  }

  private async deliver(key: string, target: WebhookTarget, stopped: AbortSignal): Promise<void> {
    const lane = this.lanes.get(key)!;
    const entry = lane.entries[0]!;
    const problem = await this.post(entry, target, stopped);
    if (stopped.aborted) return;
    this.inFlight -= 1;
    if (problem === undefined) this.finish(key, lane, entry);
    else this.retryLater(key, lane, problem);
    this.pump();
  }

  private finish(key: string, lane: Lane, entry: PendingUpdate): void {
    this.queue.pending.delete(entry);
    lane.entries.shift();
    lane.tries = 0;
    if (lane.entries.length === 0) this.lanes.delete(key);
    else this.ready.push(key);
  }

  private retryLater(key: string, lane: Lane, message: string): void {
    this.lastError = { at: this.now(), message };
    const wait = Math.min(this.timing.retryBaseMs * 2 ** lane.tries, this.timing.retryMaxMs);
    lane.tries += 1;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.ready.push(key);
      this.pump();
    }, wait);
    this.timers.add(timer);
  }

  private async post(entry: PendingUpdate, target: WebhookTarget, stopped: AbortSignal) {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (target.secret !== undefined) headers['x-telegram-bot-api-secret-token'] = target.secret;
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(this.timing.timeoutMs)]);
    const body = JSON.stringify(entry.update);
    try {
      const answer = await fetch(target.url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await answer.arrayBuffer();
      return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    } catch (cause) {
      return cause instanceof Error && cause.name === 'TimeoutError'
        ? 'Read timeout expired'
        : 'Connection failed';
    }
  }
}

function laneOf({ update }: PendingUpdate): string {
  const chat = (update.message ?? update.edited_message ?? update.my_chat_member)?.chat;
  return chat ? `chat ${chat.id}` : `update ${update.update_id}`;
}
