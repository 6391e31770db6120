import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import { addDevClock, type DevClock } from './dev-clock.ts';
import { addHealth } from './health.ts';
import { addMetrics } from './metrics.ts';
import { addWebhook, type Webhook } from './webhook.ts';

/** What to serve. `port` 0 takes a free one; `devClock` is given only where the clock may be moved; `extra` adds routes. */
export interface WebOptions {
  port: number;
  hostname?: string;
  ready: () => Promise<Record<string, boolean>>;
  metrics: Metrics;
  log: Logger;
  webhook?: Webhook;
  devClock?: DevClock;
  extra?: (app: Hono) => void;
}

/** A server that listens. */
export interface Web {
  port: number;
  /** Takes no new connection, lets answers go out for at most `deadlineMs` (5,000), then cuts what is left. */
  close(deadlineMs?: number): Promise<void>;
}

/** Starts the HTTP server; rejects when the port is taken. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const app = createApp(options);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(options.port, options.hostname);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { port, close: (deadlineMs = 5_000) => closeServer(server, deadlineMs) };
}

function createApp({ ready, metrics, log, webhook, devClock, extra }: WebOptions): Hono {
  const app = new Hono();
  addMetrics(app, metrics);
  addHealth(app, ready);
  if (webhook) addWebhook(app, webhook);
  if (devClock) addDevClock(app, devClock);
  extra?.(app);
  app.notFound((c) => c.json({ error: 'not found' }, 404));
  app.onError((err, c) => {
    if (err instanceof HTTPException) return c.json({ error: err.message }, err.status);
    log.error({ err, method: c.req.method }, 'a HTTP request failed');
    // 503 and not 500: Telegram comes again either way, and a proxy may try another process.
    return c.json({ error: 'failed' }, 503);
  });
  return app;
}

async function closeServer(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection that falls idle only now would hold the close up until its own timeout.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}
