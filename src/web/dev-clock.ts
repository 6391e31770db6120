import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { DateTime, Duration } from 'luxon';

/**
 * Moves business time by an ISO 8601 duration, or lets it begin at an ISO 8601 instant; resolves when all is quiet. What it resolves
 * with is given back as JSON; `refused` says why it was not done.
 */
export interface DevClock {
  begin(iso: string): Promise<object>;
  advance(iso: string): Promise<object>;
  jump(iso: string): Promise<object>;
}

type Move = { how: keyof DevClock; iso: string };

/** POST /dev/clock {"begin":"2026-11-23T09:00:00+07:00"}, {"advance":"P1D"} or {"jump":"P3D"}, from this machine only. */
export function addDevClock(app: Hono, clock: DevClock): void {
  app.post('/dev/clock', bodyLimit({ maxSize: 1_024 }), async (c) => {
    if (!isLocal(c)) return c.json({ error: 'the clock moves from this machine only' }, 403);
    const move = parseMove(await c.req.text());
    if (!move) return c.json({ error: 'not a move of the clock', example: example(c) }, 400);
    const result = await clock[move.how](move.iso);
    if ('refused' in result) return c.json({ error: result.refused }, 409);
    return c.json({ ok: true, ...move, result });
  });
}

/** Whether an address of a peer is this machine's own, in IPv4, IPv6 or IPv4 written as IPv6. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/**
 * A proxy on this machine brings strangers, a web page open in a browser here posts as them, and a name of theirs may lead here: the
 * address, every header and the name that was asked for must be this machine's own. HTTP/1.0 is what a proxy speaks that adds nothing.
 */
function isLocal(c: Context): boolean {
  const { incoming } = c.env as HttpBindings;
  const asked = new URL(c.req.url);
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site') ?? 'none';
  return (
    isLoopback(getConnInfo(c).remote.address ?? '') &&
    incoming.httpVersion !== '1.0' &&
    Object.keys(c.req.header()).every((header) => OWN.test(header)) &&
    (asked.hostname === 'localhost' || isLoopback(asked.hostname.replace(/^\[|\]$/g, ''))) &&
    (origin === undefined || origin === asked.origin) &&
    (site === 'none' || site === 'same-origin')
  );
}

/** What curl, a browser and fetch send by themselves. Proxies add names of their own, and new ones come: nothing else is let through. */
const OWN =
  /^(host|connection|user-agent|accept(-encoding|-language|-charset)?|content-(type|length|encoding)|transfer-encoding|expect|origin|referer|cookie|cache-control|pragma|priority|dnt|te|keep-alive|upgrade-insecure-requests|sec-(fetch|ch|gpc).*)$/i;

function parseMove(body: string): Move | undefined {
  try {
    const entries = Object.entries(JSON.parse(body) as object);
    const [how, iso] = entries[0] ?? [];
    if (entries.length !== 1 || typeof iso !== 'string') return undefined;
    if (how === 'begin') return isInstant(iso) ? { how, iso } : undefined;
    if (how !== 'advance' && how !== 'jump') return undefined;
    return isForward(iso) ? { how, iso } : undefined;
  } catch {
    return undefined;
  }
}

/** With its offset: "2026-11-23" or a time alone would be read in a zone that nobody named. */
const isInstant = (iso: string): boolean =>
  /T\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(iso) && DateTime.fromISO(iso, { setZone: true }).isValid;

function isForward(iso: string): boolean {
  const duration = Duration.fromISO(iso);
  const parts = Object.values(duration.toObject());
  return duration.isValid && parts.every((part) => part >= 0) && duration.toMillis() > 0;
}

function example(c: Context): string {
  return `curl -X POST ${new URL(c.req.url).origin}/dev/clock -d '{"advance":"P1D"}'`;
}
