import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Office } from '../usecases/begin-work.ts';
import { findFeed } from '../usecases/feed/find-feed.ts';
import { writeFeed } from '../usecases/feed/write-feed.ts';

const WINDOW_MS = 600_000;
/** Reads of one feed within ten minutes: several devices that ask every minute stay below it. */
const MOST_READS = 60;

/**
 * GET /lich/TOKEN.ics: the calendar behind a private address, 304 when it has not changed. Unknown, revoked and ended addresses
 * answer as any path that does not exist; 429 with Retry-After beyond 60 reads in ten minutes.
 */
export function addFeed(app: Hono, office: Office): void {
  const takeRead = limitReads(office.wallNow);
  app.get('/lich/:file', etag(), async (c) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(c.req.param('file'))?.[1];
    if (token === undefined) return c.notFound();
    return office.work({ pairs: [] }, async (work): Promise<Response> => {
      const feed = await findFeed(work, token);
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

/** A fixed window for all feeds of this process; only feeds that exist are counted, so that guesses fill no memory. */
function limitReads(wallNow: () => number): (feedId: number) => number {
  let endsAt = 0;
  const reads = new Map<number, number>();
  return (feedId) => {
    const now = wallNow();
    // The clock of the machine may be set back.
    if (now >= endsAt || now < endsAt - WINDOW_MS) {
      reads.clear();
      endsAt = now + WINDOW_MS;
    }
    const count = (reads.get(feedId) ?? 0) + 1;
    reads.set(feedId, count);
    return count > MOST_READS ? Math.ceil((endsAt - now) / 1000) : 0;
  };
}
