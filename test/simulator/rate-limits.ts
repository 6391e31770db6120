import type { ApiFailure } from './api-failure.ts';
import { tooManyRequests } from './api-failure.ts';
import { SlidingWindow } from './sliding-window.ts';

/** What is allowed; `editsCount` says whose windows an edit fills besides those of groups. */
export interface LimitRules {
  botPerSecond: number;
  privatePerSecond: number;
  groupPerMinute: number;
  editsCount: 'groups' | 'everywhere';
}

/** Telegram's published figures. */
export const TELEGRAM_LIMITS: LimitRules = {
  botPerSecond: 30,
  privatePerSecond: 1,
  groupPerMinute: 20,
  editsCount: 'groups',
};

const SECOND = 1_000;
const MINUTE = 60_000;

/** Counts what goes out in sliding windows and refuses what Telegram would; without rules it only counts. */
export class RateLimits {
  private bot = new SlidingWindow(SECOND);
  private attempts = new SlidingWindow(SECOND);
  private chats = new Map<number, SlidingWindow>();
  floods = 0;

  private readonly rules: LimitRules | undefined;
  private readonly now: () => number;

  constructor(rules: LimitRules | undefined, now: () => number) {
    this.rules = rules;
    this.now = now;
  }

  /** Takes one message or edit to a chat in, or gives the 429 (nothing is counted then but the attempt). */
  admit(chatId: number, isPrivate: boolean, isEdit: boolean): ApiFailure | undefined {
    const at = this.now();
    if (!isEdit) this.attempts.add(at);
    const windows = this.windowsOf(chatId, isPrivate, isEdit);
    const wait = Math.max(0, ...windows.map(([window, most]) => window.waitFor(at, most)));
    if (wait > 0) {
      this.floods += 1;
      return tooManyRequests(Math.ceil(wait / SECOND));
    }
    for (const [window] of windows) window.add(at);
    if (!isEdit && this.rules === undefined) this.bot.add(at);
    return undefined;
  }

  /** Most messages let through, and most asked for, in any 1,000 ms. */
  peaks(): { accepted: number; attempted: number } {
    return { accepted: this.bot.peak, attempted: this.attempts.peak };
  }

  clear(): void {
    this.bot = new SlidingWindow(SECOND);
    this.attempts = new SlidingWindow(SECOND);
    this.chats.clear();
    this.floods = 0;
  }

  private windowsOf(chatId: number, isPrivate: boolean, isEdit: boolean): [SlidingWindow, number][] {
    const rules = this.rules;
    if (rules === undefined) return [];
    const counts = !isEdit || rules.editsCount === 'everywhere';
    const windows: [SlidingWindow, number][] = counts ? [[this.bot, rules.botPerSecond]] : [];
    if (!isPrivate) windows.push([this.windowOf(chatId, MINUTE), rules.groupPerMinute]);
    else if (counts) windows.push([this.windowOf(chatId, SECOND), rules.privatePerSecond]);
    return windows;
  }

  private windowOf(chatId: number, lengthMs: number): SlidingWindow {
    let window = this.chats.get(chatId);
    if (window === undefined) {
      window = new SlidingWindow(lengthMs);
      this.chats.set(chatId, window);
    }
    return window;
  }
}
