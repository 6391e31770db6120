import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;
let api: Api;
let hook: Server;
let hookUrl: string;
let seen: { at: number; secret: unknown; update: Update }[];
/** Status of the next answers; 200 when none is left. */
let statuses: number[];
/** Answers to a message with the text "chậm" wait for this. */
let slow: { promise: Promise<void>; resolve: () => void };

beforeEach(async () => {
  seen = [];
  statuses = [];
  slow = heldBack();
  hook = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const update = JSON.parse(Buffer.concat(chunks).toString()) as Update;
    seen.push({ at: performance.now(), secret: request.headers['x-telegram-bot-api-secret-token'], update });
    if (update.message?.text === 'chậm') await slow.promise;
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  sim = await startSimulator({
    latency: false,
    limits: false,
    webhookRetryBaseMs: 40,
    webhookTimeoutMs: 5_000,
  });
  api = new Api(sim.token, { apiRoot: sim.url });
  user = sim.addUser({ first_name: 'An' });
});
afterEach(async () => {
  await sim.close();
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
});

function heldBack(): typeof slow {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const texts = () => seen.map(({ update }) => update.message?.text);
const delivered = () => vi.waitFor(() => expect(sim.stats().pendingUpdates).toBe(0));

test('updates arrive with the secret, those that waited first', async () => {
  user.start();
  await api.setWebhook(hookUrl, { secret_token: 'bi-mat_1' });
  user.send('chào');
  await delivered();
  expect(texts()).toEqual(['/start', 'chào']);
  expect(seen.map(({ secret }) => secret)).toEqual(['bi-mat_1', 'bi-mat_1']);
});

test('any 2xx is done; anything else comes again, waiting twice as long each time', async () => {
  statuses = [503, 302, 500, 204];
  await api.setWebhook(hookUrl);
  user.send('chào');
  await delivered();
  expect(texts()).toEqual(['chào', 'chào', 'chào', 'chào']);
  expect(new Set(seen.map(({ update }) => update.update_id)).size).toBe(1);
  const waits = seen.slice(1).map(({ at }, i) => at - seen[i]!.at);
  for (const [i, least] of [39, 79, 159].entries()) expect(waits[i]).toBeGreaterThanOrEqual(least);
});

test('a failing update holds back its own chat only, and its order is kept', async () => {
  const other = sim.addUser({ first_name: 'Bình' });
  statuses = [503];
  await api.setWebhook(hookUrl, { max_connections: 1 });
  user.send('một');
  user.send('hai');
  other.send('khác');
  await delivered();
  expect(texts()).toEqual(['một', 'khác', 'một', 'hai']);
  expect(await api.getWebhookInfo()).toMatchObject({
    url: hookUrl,
    pending_update_count: 0,
    max_connections: 1,
    last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
  });
});

test('a tap does not wait for the chat’s messages', async () => {
  user.start();
  await api.sendMessage(user.id, 'x', {
    reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] },
  });
  await api.setWebhook(hookUrl, { drop_pending_updates: true });
  user.send('chậm');
  user.send('sau');
  const tapped = user.tap('Đã nhận', { timeoutMs: 10 });
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  expect(seen.map(({ update }) => update.callback_query?.data).sort()).toEqual(['a', undefined]);
  slow.resolve();
  await delivered();
  expect(texts().filter(Boolean)).toEqual(['chậm', 'sau']);
  expect(await tapped).toBeUndefined();
});

test('a duplicate comes again under the same number', async () => {
  await api.setWebhook(hookUrl);
  user.send('chào');
  await delivered();
  sim.duplicateUpdate(sim.lastUpdateId);
  await delivered();
  expect(seen.map(({ update }) => update.update_id)).toEqual([sim.lastUpdateId, sim.lastUpdateId]);
});

describe('setting it', () => {
  test('polling is refused while it is set and works again when it is deleted', async () => {
    await api.setWebhook(hookUrl);
    expect(await rawCall(sim, 'getUpdates')).toMatchObject({ status: 409 });
    await api.deleteWebhook();
    user.send('chào');
    expect(await api.getUpdates()).toHaveLength(1);
    expect(seen).toEqual([]);
    expect((await api.getWebhookInfo()).url).toBe('');
  });

  test('setting it ends a long poll with 409', async () => {
    const polling = rawCall(sim, 'getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await api.setWebhook(hookUrl);
    expect(await polling).toMatchObject({ status: 409 });
  });

  test('plain http beyond loopback and a secret with odd characters are refused', async () => {
    expect(await rawCall(sim, 'setWebhook', { url: 'http://example.org/hook' })).toMatchObject({
      status: 400,
    });
    expect(await rawCall(sim, 'setWebhook', { url: hookUrl, secret_token: 'có dấu' })).toMatchObject({
      status: 400,
    });
  });

  test('pending updates go only when asked to', async () => {
    user.send('một');
    await api.deleteWebhook();
    expect(sim.stats().pendingUpdates).toBe(1);
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(sim.stats().pendingUpdates).toBe(0);
  });
});
