import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import { addDevClock, type DevClock } from './dev-clock.ts';
import { addHealth } from './health.ts';
import { addMetrics, countRequests } from './metrics.ts';
import { addWebhook, type Webhook } from './webhook.ts';

/** What every door needs. `port` 0 takes a free one; `hostname` undefined listens on every address of the machine. */
type DoorOptions = {
  port: number;
  hostname?: string | undefined;
  ready: () => Promise<Record<string, boolean>>;
  metrics: Metrics;
  log: Logger;
};

/** What to serve to the outside. `devClock` is given only where the clock may be moved; `extra` adds routes. */
export interface WebOptions extends DoorOptions {
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

/** Starts the door that Telegram and calendar programs call, without figures; rejects when the port is taken. */
export function startWeb(options: WebOptions): Promise<Web> {
  const { webhook, devClock, extra, metrics } = options;
  const app = new Hono();
  // The path of the webhook comes from a setting and may be somebody's secret.
  countRequests(app, metrics, webhook ? new Map([[webhook.path, 'webhook']]) : new Map());
  addHealth(app, options.ready);
  if (webhook) addWebhook(app, webhook);
  if (devClock) addDevClock(app, devClock);
  extra?.(app);
  return listen(app, options);
}

/** Starts the door for whoever watches the program: its health, and its figures at GET /metrics; rejects when the port is taken. */
export function startWatch(options: DoorOptions): Promise<Web> {
  const app = new Hono();
  addHealth(app, options.ready);
  addMetrics(app, options.metrics);
  return listen(app, options);
}

async function listen(app: Hono, { port, hostname, log }: DoorOptions): Promise<Web> {
  answerTheRest(app, log);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, hostname);
  await once(server, 'listening');
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return { port: taken, close: (deadlineMs = 5_000) => closeServer(server, deadlineMs) };
}

function answerTheRest(app: Hono, log: Logger): void {
  app.notFound((c) => c.json({ error: 'not found' }, 404));
  app.onError((err, c) => {
    if (err instanceof HTTPException) return c.json({ error: err.message }, err.status);
    log.error({ err, method: c.req.method }, 'a HTTP request failed');
    // 503 and not 500: Telegram comes again either way, and a proxy may try another process.
    return c.json({ error: 'failed' }, 503);
  });
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
