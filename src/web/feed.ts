import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Office } from '../usecases/begin-work.ts';
import { findFeed } from '../usecases/feed/find-feed.ts';
import { writeFeed } from '../usecases/feed/write-feed.ts';

const WINDOW_MS = 600_000;
/** Reads of one feed within ten minutes: several devices that ask every minute stay below it. */
const MOST_READS = 60;
const GUESS_WINDOW_MS = 60_000;
/** Addresses a minute that are not known to be good: each costs a transaction. */
const MOST_GUESSES = 60;

/**
 * GET /lich/TOKEN.ics: the calendar behind a private address, 304 when it has not changed. Unknown, revoked and ended addresses
 * answer as any path that does not exist; 429 with Retry-After beyond 60 reads in ten minutes, and beyond 60 unknown addresses a minute
 * for all that this process has not found before.
 */
export function addFeed(app: Hono, office: Office): void {
  const takeRead = limitReads(office.wallNow, WINDOW_MS, MOST_READS);
  const guesses = limitGuesses(office.wallNow);
  app.get('/lich/:file', etag(), async (c) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(c.req.param('file'))?.[1];
    if (token === undefined) return c.notFound();
    const guessWait = guesses.take(token);
    if (guessWait > 0) return tooMany(c, guessWait);
    return office.work({ pairs: [] }, async (work): Promise<Response> => {
      const feed = await findFeed(work, token);
      guesses.note(token, feed !== undefined);
      if (!feed) return c.notFound();
      const waitSeconds = takeRead(feed.id);
      if (waitSeconds > 0) return tooMany(c, waitSeconds);
      const { body } = await writeFeed(work, feed, feed.details);
      return c.body(body, 200, HEADERS);
    });
  });
}

const HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="lich-phoi-hop.ics"',
  'cache-control': 'private, max-age=300',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

const tooMany = (c: Context, seconds: number): Response =>
  c.json({ error: 'too many requests' }, 429, { 'retry-after': String(seconds) });

/** Seconds to wait, 0 to go on. A fixed window for all keys of this process: whoever counts takes keys that exist, so that guesses fill no memory. */
function limitReads(wallNow: () => number, windowMs: number, most: number): (key: number) => number {
  let endsAt = 0;
  const reads = new Map<number, number>();
  return (key) => {
    const now = wallNow();
    // The clock of the machine may be set back.
    if (now >= endsAt || now < endsAt - windowMs) {
      reads.clear();
      endsAt = now + windowMs;
    }
    const count = (reads.get(key) ?? 0) + 1;
    reads.set(key, count);
    return count > most ? Math.ceil((endsAt - now) / 1000) : 0;
  };
}

/** Addresses that were good when last asked for pass freely, so that a flood of guesses stops nobody's calendar. */
function limitGuesses(wallNow: () => number): {
  take(token: string): number;
  note(token: string, isGood: boolean): void;
} {
  const takeGuess = limitReads(wallNow, GUESS_WINDOW_MS, MOST_GUESSES);
  const good = new Set<string>();
  return {
    take: (token) => (good.has(token) ? 0 : takeGuess(0)),
    note: (token, isGood) => void (isGood ? good.add(token) : good.delete(token)),
  };
}
