import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimEvent, SimMessage, SimState, SimUserView, TapResponse } from '../simulator/protocol.ts';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
beforeEach(async () => {
  sim = await startSimulator({
    latency: false,
    limits: false,
    pages: (request, response) => {
      if (request.url !== '/trang') return false;
      response.end('trang');
      return true;
    },
  });
});
afterEach(() => sim.close());

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${sim.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

async function addStarted(): Promise<number> {
  const { user } = await ask<SimUserView>('/sim/users', { first_name: 'An', language_code: 'en' });
  await ask('/sim/start', { userId: user.id, payload: 'moi' });
  return user.id;
}

async function sendWithButton(chat_id: number): Promise<number> {
  const reply_markup = { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] };
  const answer = await rawCall(sim, 'sendMessage', { chat_id, text: 'tin', reply_markup });
  return (answer as unknown as { result: SimMessage }).result.message_id;
}

test('people are added, start, send and block over HTTP', async () => {
  const userId = await addStarted();
  expect(await ask('/sim/send', { userId, text: '/viec' })).toMatchObject({ text: '/viec', fromBot: false });
  await sendWithButton(userId);
  expect(await ask('/sim/block', { userId })).toMatchObject({ blocked: true });
  const state = await ask<SimState>('/sim/state');
  expect(state.users).toMatchObject([{ user: { first_name: 'An' }, started: true, blocked: true, menu: [] }]);
  const chat = state.chats[0]!;
  expect(chat.messages.map(({ text }) => text)).toEqual(['/start moi', '/viec', 'tin']);
  expect(chat.messages.at(-1)?.reply_markup).toMatchObject({ inline_keyboard: [[{ text: 'Đã nhận' }]] });
});

test('a file sent over HTTP reaches the bot, which can fetch it', async () => {
  const userId = await addStarted();
  const content = Buffer.from('a;b').toString('base64');
  await ask('/sim/document', { userId, name: 'ke-hoach.csv', content });
  const updates = await rawCall(sim, 'getUpdates', {});
  const [sent] = (updates as unknown as { result: Update[] }).result.slice(-1);
  const { file_id, file_name, file_size } = sent!.message!.document!;
  expect({ file_name, file_size }).toEqual({ file_name: 'ke-hoach.csv', file_size: 3 });
  const found = await rawCall(sim, 'getFile', { file_id });
  const path = (found as unknown as { result: { file_path: string } }).result.file_path;
  expect(await (await fetch(`${sim.url}/file/bot${sim.token}/${path}`)).text()).toBe('a;b');
});

test('a tap answers with the toast, or with none', async () => {
  const chatId = await addStarted();
  const messageId = await sendWithButton(chatId);
  const request = { userId: chatId, chatId, messageId, data: 'a' };
  const stop = sim.on('event', (event) => {
    if (event.type !== 'tap') return;
    void rawCall(sim, 'answerCallbackQuery', { callback_query_id: event.queryId, text: 'Đã ghi' });
  });
  expect(await ask<TapResponse>('/sim/tap', request)).toEqual({
    toast: { text: 'Đã ghi', show_alert: false },
  });
  stop();
  expect(await ask<TapResponse>('/sim/tap', { ...request, timeoutMs: 20 })).toEqual({});
});

test('the event stream numbers every change and catches up from a number', async () => {
  const userId = await addStarted();
  const { seq } = await ask<SimState>('/sim/state');
  const messageId = await sendWithButton(userId);
  const stop = new AbortController();
  const stream = await fetch(`${sim.url}/sim/events?after=${seq}`, { signal: stop.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  await rawCall(sim, 'editMessageText', { chat_id: userId, message_id: messageId, text: 'sửa' });
  await rawCall(sim, 'deleteMessage', { chat_id: userId, message_id: messageId });
  const events = await readEvents(stream, 3);
  stop.abort();
  expect(events.map((event) => [event.seq - seq, event.type])).toEqual([
    [1, 'message'],
    [2, 'edit'],
    [3, 'delete'],
  ]);
});

async function readEvents(stream: Response, count: number): Promise<SimEvent[]> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const found = [...text.matchAll(/^data: (.*)$\n\n/gm)];
    if (found.length >= count) return found.map(([, data]) => JSON.parse(data!) as SimEvent);
  }
  throw new Error('the stream ended');
}

test('a reset forgets chats; people stay when asked to and have to start again', async () => {
  const userId = await addStarted();
  await sendWithButton(userId);
  const before = sim.lastUpdateId;
  const state = await ask<SimState>('/sim/reset', { keepUsers: true });
  expect(state.users).toMatchObject([{ user: { id: userId, language_code: 'en' }, started: false }]);
  expect(state.chats[0]?.messages).toEqual([]);
  expect(sim.stats()).toMatchObject({ sends: 0, pendingUpdates: 0 });
  sim.user(userId).start();
  expect(sim.lastUpdateId).toBe(before + 1);
  expect((await ask<SimState>('/sim/reset', {})).users).toEqual([]);
});

test('what cannot be done is answered 400 with the reason, an unknown path 404', async () => {
  const answer = await fetch(`${sim.url}/sim/send`, { method: 'POST', body: '{"userId":1,"text":"x"}' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: 'there is no user 1' });
  expect((await fetch(`${sim.url}/sim/none`)).status).toBe(404);
});

test('other paths go to the pages, and 404 when those do not know them', async () => {
  expect(await (await fetch(`${sim.url}/trang`)).text()).toBe('trang');
  expect((await fetch(`${sim.url}/khac`)).status).toBe(404);
});

test('files that were sent are shown', async () => {
  const user = sim.addUser({ first_name: 'Bình' });
  const { file } = user.sendPhoto({ content: Buffer.from('hình') });
  expect(await (await fetch(`${sim.url}/sim/file/${file!.file_id}`)).text()).toBe('hình');
});
