import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import pino from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMetrics, failedLabel } from '../../src/metrics.ts';
import { isLoopback } from '../../src/web/dev-clock.ts';
import { checkAll } from '../../src/web/health.ts';
import { keepAnswer } from '../../src/web/keep-answer.ts';
import { startWatch, startWeb, type Web, type WebOptions } from '../../src/web/server.ts';

const open: Web[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((web) => web.close(0)));
});

async function start(options: Partial<WebOptions> = {}) {
  const metrics = createMetrics();
  const log = pino({ level: 'silent' });
  const usual = { port: 0, hostname: '127.0.0.1', ready: async () => ({}), metrics, log, ...options };
  const web = await startWeb(usual);
  open.push(web);
  const figures = async () => {
    const watch = await startWatch({ ...usual, port: 0 });
    open.push(watch);
    return (await fetch(`http://127.0.0.1:${watch.port}/metrics`)).text();
  };
  const url = `http://127.0.0.1:${web.port}`;
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body, headers });
  return { web, url, metrics, post, figures };
}

describe('health', () => {
  test('the process says that it lives even when nothing else does', async () => {
    const { url } = await start({ ready: () => Promise.reject(new Error('all is lost')) });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });

  test('it is ready when every part is, and names the part that is not', async () => {
    let queue = true;
    const { url } = await start({
      ready: () =>
        checkAll({ database: async () => true, queue: async () => queue, telegram: async () => true }),
    });
    const good = await fetch(`${url}/readyz`);
    expect([good.status, await good.json()]).toEqual([
      200,
      { ready: true, parts: { database: true, queue: true, telegram: true } },
    ]);
    queue = false;
    const bad = await fetch(`${url}/readyz`);
    expect([bad.status, await bad.json()]).toEqual([
      503,
      { ready: false, parts: { database: true, queue: false, telegram: true } },
    ]);
  });

  test('a check that hangs or throws counts as not ready, and the others still count', async () => {
    const checks = {
      database: () => new Promise<boolean>(() => {}),
      queue: () => Promise.reject(new Error('away')),
      telegram: async () => true,
    };
    const before = performance.now();
    expect(await checkAll(checks, 100)).toEqual({ database: false, queue: false, telegram: true });
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('an answer comes within 3 s even when the whole question hangs', async () => {
    const { url } = await start({ ready: () => new Promise(() => {}) });
    const before = performance.now();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('an answer that is kept', () => {
  test('is asked for once in its time, by however many; a failure is kept as well', async () => {
    let asked = 0;
    let now = 0;
    const ask = keepAnswer(
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('away');
        return asked;
      },
      10_000,
      () => now,
    );
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    now = 9_999;
    expect(await ask()).toBe(1);
    now = 10_000;
    await expect(ask()).rejects.toThrow('away');
    await expect(ask()).rejects.toThrow('away');
    now = 20_000;
    expect(await ask()).toBe(3);
  });
});

describe('metrics', () => {
  test('the figures come out with the names that the docs give', async () => {
    const { metrics, figures } = await start();
    metrics.updates.inc({ kind: 'callback_query' });
    metrics.outboxSent.inc({ lane: 'notice' });
    const text = await figures();
    expect(text).toContain('phoihop_updates_total{kind="callback_query"} 1');
    expect(text).toContain('phoihop_outbox_sent_total{lane="notice"} 1');
    for (const name of [
      'phoihop_outbox_pending',
      'phoihop_outbox_oldest_seconds',
      'phoihop_telegram_429_total',
      'phoihop_sweep_seconds_count',
    ]) {
      expect(text).toContain(`\n${name} `);
    }
  });

  test('a request is counted under the pattern of its route, never under what stood in the path', async () => {
    const { url, figures } = await start({
      extra: (app) => void app.get('/calendar/:key', (c) => c.text('feed')),
    });
    await fetch(`${url}/calendar/a-secret-key`);
    await fetch(`${url}/a-wild-guess`);
    await fetch(`${url}/a-wild-guess`, { method: 'SECRET' });
    const text = await figures();
    expect(text).toContain('phoihop_http_requests_total{method="GET",route="/calendar/:key",status="200"} 1');
    expect(text).toContain('phoihop_http_requests_total{method="GET",route="none",status="404"} 1');
    expect(text).not.toMatch(/a-secret-key|a-wild-guess|SECRET/);
  });

  test('the path of the webhook stands in no figure: it may be a secret', async () => {
    const webhook = { path: '/hook-7f3a', secret: 'right', handle: async () => 'done' as const };
    const { post, figures } = await start({ webhook });
    await post('/hook-7f3a', '{"update_id":1}', { 'x-telegram-bot-api-secret-token': 'right' });
    await post('/hook-7f3a', '{"update_id":1}');
    const text = await figures();
    expect(text).toContain('phoihop_http_requests_total{method="POST",route="webhook",status="200"} 1');
    expect(text).toContain('phoihop_http_requests_total{method="POST",route="webhook",status="401"} 1');
    expect(text).not.toContain('hook-7f3a');
  });

  test('the door to the outside has no figures', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  test('all figures of ours begin with phoihop_, and every one that an alert or the docs name is given out', async () => {
    const given = await createMetrics().registry.getMetricsAsJSON();
    const names = given.map(({ name }) => name).filter((name) => !/^(process|nodejs)_/.test(name));
    expect(names.filter((name) => !name.startsWith('phoihop_'))).toEqual([]);
    for (const file of ['docs/alerts/phoi-hop.rules.yml', 'docs/operations.md']) {
      const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      const named = [...text.matchAll(/phoihop_[a-z0-9_]+/g)].map(([name]) => name.replace(/_count$/, ''));
      const users = ['phoihop_app', 'phoihop_owner'];
      expect(named.filter((name) => !names.includes(name) && !users.includes(name))).toEqual([]);
    }
  });

  test('the first message that is given up raises a figure that stood at 0, whatever the reason', async () => {
    const reason = fc.oneof(
      fc.constantFrom(
        'unreachable',
        'no right',
        'not composed',
        'refused',
        'misshapen',
        'expired',
        'deleted',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(reason, async (given) => {
        const { registry, outboxFailed } = createMetrics();
        const line = `phoihop_outbox_failed_total{reason="${failedLabel(given)}"}`;
        expect(await registry.metrics()).toContain(`${line} 0`);
        outboxFailed.inc({ reason: failedLabel(given) });
        expect(await registry.metrics()).toContain(`${line} 1`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the webhook', () => {
  const secret = { 'x-telegram-bot-api-secret-token': 'right' };
  const startWebhook = async (
    handle = vi.fn(async (_update: unknown): Promise<'done' | 'failed'> => 'done'),
  ) => ({
    handle,
    ...(await start({ webhook: { path: '/telegram', secret: 'right', handle } })),
  });

  test('an update is taken when the handler is done, with what Telegram sent', async () => {
    const { post, handle } = await startWebhook();
    expect((await post('/telegram', '{"update_id":1,"message":{}}', secret)).status).toBe(200);
    expect(handle.mock.calls).toEqual([[{ update_id: 1, message: {} }]]);
  });

  test('Telegram is told to come again when the handler failed or threw', async () => {
    const failing = await startWebhook(vi.fn(async () => 'failed' as const));
    expect((await failing.post('/telegram', '{"update_id":1}', secret)).status).toBe(503);
    const throwing = await startWebhook(vi.fn(() => Promise.reject(new Error('no database'))));
    expect((await throwing.post('/telegram', '{"update_id":1}', secret)).status).toBe(503);
  });

  test.each([
    ['no secret', {}],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'wrong' }],
    ['a longer secret', { 'x-telegram-bot-api-secret-token': 'right-and-more' }],
  ])('%s is turned away before anything is read', async (_, headers) => {
    const { post, handle } = await startWebhook();
    expect((await post('/telegram', '{"update_id":1}', headers as Record<string, string>)).status).toBe(401);
    expect(handle).not.toHaveBeenCalled();
  });

  test.each(['', 'hello', '[1]', 'null', '{"update_id":"1"}', '{}'])('%j is not an update', async (body) => {
    const { post, handle } = await startWebhook();
    expect((await post('/telegram', body, secret)).status).toBe(400);
    expect(handle).not.toHaveBeenCalled();
  });

  test('more than 1 MB is refused, with and without a length', async () => {
    const { post, web, handle } = await startWebhook();
    const big = `{"update_id":1,"text":"${'x'.repeat(1_048_576)}"}`;
    expect((await post('/telegram', big, secret)).status).toBe(413);
    const status = await new Promise((resolve, reject) => {
      const sending = request(
        { port: web.port, path: '/telegram', method: 'POST', headers: secret },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sending.on('error', reject);
      sending.write(big);
      sending.end();
    });
    expect(status).toBe(413);
    expect(handle).not.toHaveBeenCalled();
  });

  test('it does not start without a secret', async () => {
    const handle = async () => 'done' as const;
    await expect(start({ webhook: { path: '/telegram', secret: '', handle } })).rejects.toThrow(
      'WEBHOOK_SECRET',
    );
  });

  test('without a webhook there is no such door', async () => {
    const { post } = await start();
    expect((await post('/telegram', '{"update_id":1}', secret)).status).toBe(404);
  });
});

describe('the development clock', () => {
  const startClock = async (hostname = '127.0.0.1') => {
    const moves: string[] = [];
    const move = (how: string) => async (iso: string) => {
      moves.push(`${how} ${iso}`);
      return iso === TOO_LATE ? { refused: 'something has happened' } : { now: 'then' };
    };
    const devClock = { begin: move('begin'), advance: move('advance'), jump: move('jump') };
    return { moves, ...(await start({ hostname, devClock })) };
  };
  const TOO_LATE = '2020-01-06T09:00:00+07:00';

  test('it advances and jumps', async () => {
    const { post, moves } = await startClock();
    expect((await post('/dev/clock', '{"advance":"P1D"}')).status).toBe(200);
    const answer = await post('/dev/clock', '{"jump":"PT36H"}');
    expect(await answer.json()).toEqual({ ok: true, how: 'jump', iso: 'PT36H', result: { now: 'then' } });
    expect(moves).toEqual(['advance P1D', 'jump PT36H']);
  });

  test('it begins at an instant, and says why it does not', async () => {
    const { post, moves } = await startClock();
    expect((await post('/dev/clock', '{"begin":"2026-11-23T09:00:00+07:00"}')).status).toBe(200);
    const answer = await post('/dev/clock', `{"begin":"${TOO_LATE}"}`);
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'something has happened' }]);
    expect(moves).toEqual(['begin 2026-11-23T09:00:00+07:00', `begin ${TOO_LATE}`]);
  });

  test.each([
    '',
    '{}',
    '{"begin":"P1D"}',
    '{"begin":"2026-11-23"}',
    '{"begin":"2026-11-23T09:00:00"}',
    '{"begin":"2026-02-30T09:00:00+07:00"}',
    '{"advance":"2026-11-23T09:00:00+07:00"}',
    '{"advance":"1 day"}',
    '{"advance":"PT0S"}',
    '{"advance":"-P1D"}',
    '{"advance":"P1DT-1H"}',
    '{"advance":1}',
    '{"back":"P1D"}',
    '{"advance":"P1D","jump":"P1D"}',
  ])('%j moves nothing and is answered with a line that works', async (body) => {
    const { post, url, moves } = await startClock();
    const answer = await post('/dev/clock', body);
    expect(answer.status).toBe(400);
    const { example } = (await answer.json()) as { example: string };
    expect(example).toBe(`curl -X POST ${url}/dev/clock -d '{"advance":"P1D"}'`);
    expect(moves).toEqual([]);
    const [, data] = /-d '(.*)'$/.exec(example)!;
    expect((await post('/dev/clock', data!)).status).toBe(200);
  });

  test('a stranger behind a proxy and a page of another origin are refused', async () => {
    const { post, url, moves } = await startClock();
    expect((await post('/dev/clock', '{"advance":"P1D"}', { 'x-forwarded-for': '192.0.2.7' })).status).toBe(
      403,
    );
    expect(
      (await post('/dev/clock', '{"advance":"P1D"}', { origin: 'http://elsewhere.example' })).status,
    ).toBe(403);
    expect(moves).toEqual([]);
    expect((await post('/dev/clock', '{"advance":"P1D"}', { origin: url })).status).toBe(200);
  });

  test.each([
    ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
    ...['x-client-ip', 'x-cluster-client-ip', 'x-original-forwarded-for', 'x-envoy-external-address'],
    ...['cf-connecting-ip', 'cf-ray', 'cdn-loop', 'true-client-ip', 'fastly-client-ip', 'fly-client-ip'],
    ...['akamai-origin-hop', 'x-arr-log-id', 'x-amzn-trace-id', 'client-ip', 'traceparent', 'early-data'],
    ...[
      'tailscale-user-login',
      'ngrok-trace-id',
      'ssl-client-cert',
      'remote-user',
      'eagleid',
      'soon-to-come',
    ],
  ])('%s says that it came through a proxy, and is refused', async (header) => {
    const { post, moves } = await startClock();
    expect((await post('/dev/clock', '{"advance":"P1D"}', { [header]: 'anything' })).status).toBe(403);
    expect(moves).toEqual([]);
  });

  test('what curl and a page of this machine send by themselves is let through, of no other page', async () => {
    const { post, url, moves } = await startClock();
    const page = { referer: `${url}/`, 'accept-language': 'vi', 'cache-control': 'no-cache', cookie: 'a=b' };
    const chrome = {
      'sec-ch-ua': '"C"',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
      priority: 'u=1',
    };
    const from = async (site: string) =>
      (await post('/dev/clock', '{"advance":"P1D"}', { ...page, ...chrome, 'sec-fetch-site': site })).status;
    expect([await from('same-origin'), await from('none')]).toEqual([200, 200]);
    expect([await from('cross-site'), await from('same-site')]).toEqual([403, 403]);
    expect(moves).toHaveLength(2);
  });

  test('a proxy that adds nothing speaks HTTP/1.0, as nginx does by itself, and is refused', async () => {
    const { web, moves } = await startClock();
    const body = '{"advance":"P1D"}';
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(web.port, '127.0.0.1');
      socket.write(
        `POST /dev/clock HTTP/1.0\r\nHost: localhost:${web.port}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      socket.once('data', (bytes) => resolve(bytes.toString()));
      socket.once('error', reject);
    });
    expect([said.split(' ')[1], moves]).toEqual(['403', []]);
  });

  test('a page that reaches this machine under a name of its own is refused', async () => {
    const { web, moves } = await startClock();
    const status = await new Promise((resolve, reject) => {
      const host = `elsewhere.example:${web.port}`;
      const asking = request(
        {
          ...{ host: '127.0.0.1', port: web.port, path: '/dev/clock', method: 'POST' },
          headers: { host, origin: `http://${host}` },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asking.on('error', reject);
      asking.end('{"advance":"P1D"}');
    });
    expect([status, moves]).toEqual([403, []]);
  });

  test('only this machine is this machine', () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(isLoopback(address)).toBe(true);
    for (const address of [
      '',
      '10.0.0.1',
      '::',
      '::ffff:10.0.0.1',
      '127.evil.example',
      '128.0.0.1',
      'fe80::1',
    ]) {
      expect(isLoopback(address)).toBe(false);
    }
  });

  test('without it there is no such door', async () => {
    const { post } = await start();
    expect((await post('/dev/clock', '{"advance":"P1D"}')).status).toBe(404);
  });
});

describe('closing', () => {
  const slow =
    (ms: number): WebOptions['extra'] =>
    (app) =>
      void app.get('/slow', async (c) => {
        await sleep(ms);
        return c.text('done');
      });

  test('an answer that is on its way goes out', async () => {
    const { web, url } = await start({ extra: slow(300) });
    const answer = fetch(`${url}/slow`);
    await sleep(100);
    const before = performance.now();
    await web.close(5_000);
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(await (await answer).text()).toBe('done');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('it ends at the deadline', async () => {
    const { web, url } = await start({ extra: slow(4_000) });
    const answer = fetch(`${url}/slow`).catch(() => 'cut');
    await sleep(100);
    const before = performance.now();
    await web.close(200);
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(await answer).toBe('cut');
  });

  test('a port that is taken is an error, not a crash', async () => {
    const { web } = await start();
    await expect(start({ port: web.port })).rejects.toThrow('EADDRINUSE');
  });
});
