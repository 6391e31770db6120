import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Where Telegram posts its updates. `handle` answers `done` only after the commit; `failed` makes Telegram come again. */
export interface Webhook {
  path: string;
  secret: string;
  handle(update: unknown): Promise<'done' | 'failed'>;
}

const maxBytes = 1_048_576;

/** POST `path`: 401 without the secret, 413 above 1 MB, 400 for what is no update, then 200 or 503. Throws without a secret. */
export function addWebhook(app: Hono, { path, secret, handle }: Webhook): void {
  if (secret === '')
    throw new Error('A webhook needs a secret: set WEBHOOK_SECRET to 1–256 of A–Z a–z 0–9 _ -');
  app.post(
    path,
    async (c, next) => {
      const given = c.req.header('x-telegram-bot-api-secret-token') ?? '';
      if (!isSame(given, secret)) return c.json({ error: 'unauthorized' }, 401);
      await next();
    },
    bodyLimit({ maxSize: maxBytes, onError: (c) => c.json({ error: 'too large' }, 413) }),
    async (c) => {
      const update = parseUpdate(await c.req.text());
      if (!update) return c.json({ error: 'not an update' }, 400);
      return (await handle(update)) === 'done' ? c.json({ ok: true }) : c.json({ ok: false }, 503);
    },
  );
}

/** Hashes first: equal lengths, so that the time taken tells nothing. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}

function parseUpdate(body: string): object | undefined {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate = typeof update === 'object' && update !== null && 'update_id' in update;
    return isUpdate && Number.isSafeInteger(update.update_id) ? update : undefined;
  } catch {
    return undefined;
  }
}
