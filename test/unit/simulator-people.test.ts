import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RawAnswer } from '../simulator/raw-call.ts';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;
let wall = 1_790_000_000_000;

beforeEach(async () => {
  sim = await startSimulator({ latency: false, limits: false, now: () => wall });
  user = sim.addUser({ first_name: 'An', username: 'an_test' });
});
afterEach(() => sim.close());

const send = (chat_id: number, more = {}) => rawCall(sim, 'sendMessage', { chat_id, text: 'tin', ...more });
const says = (answer: RawAnswer) => (answer.ok ? 'ok' : `${answer.status} ${answer.description}`);

async function updates(): Promise<Update[]> {
  const answer = await rawCall(sim, 'getUpdates');
  if (!answer.ok) throw new Error(answer.description);
  const found = answer.result as Update[];
  await rawCall(sim, 'getUpdates', { offset: (found.at(-1)?.update_id ?? 0) + 1 });
  return found;
}

describe('a person', () => {
  test('who never pressed Start cannot be written to; then they can', async () => {
    expect(says(await send(user.id))).toBe("403 Forbidden: bot can't initiate conversation with a user");
    user.start();
    expect(says(await send(user.id))).toBe('ok');
    expect(says(await send(123))).toBe('400 Bad Request: chat not found');
  });

  test('blocks and unblocks: 403 in between, and my_chat_member tells each', async () => {
    user.start();
    user.block();
    expect(says(await send(user.id))).toBe('403 Forbidden: bot was blocked by the user');
    user.start('lai');
    expect(says(await send(user.id))).toBe('ok');
    const [, blocked, unblocked, start] = await updates();
    expect(blocked?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'kicked' },
    });
    expect(unblocked?.my_chat_member?.new_chat_member.status).toBe('member');
    expect(start?.message).toMatchObject({
      text: '/start lai',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
  });

  test('who is deactivated answers 403', async () => {
    user.start();
    user.deactivate();
    expect(says(await send(user.id))).toBe('403 Forbidden: user is deactivated');
  });

  test('sends what is not text, forwards, replies and edits', async () => {
    user.start();
    user.sendPhoto({ caption: 'ảnh' });
    user.sendVoice();
    user.sendSticker();
    user.forward('chuyển tiếp');
    const { message_id } = user.send('sai');
    user.send('đáp', { reply_to: message_id });
    user.edit(message_id, '/viec');
    const [, photo, voice, sticker, forward, , reply, edited] = await updates();
    expect(photo?.message).toMatchObject({ caption: 'ảnh', photo: [{ width: 800 }] });
    expect(voice?.message?.voice).toBeDefined();
    expect(sticker?.message?.sticker).toBeDefined();
    expect(forward?.message?.forward_origin?.type).toBe('hidden_user');
    expect(reply?.message?.reply_to_message?.message_id).toBe(message_id);
    expect(edited?.edited_message).toMatchObject({ text: '/viec', entities: [{ type: 'bot_command' }] });
  });
});

describe('taps', () => {
  const markup = {
    reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a:1' }]] },
  };
  const answer = (callback_query_id: string, more = {}) =>
    rawCall(sim, 'answerCallbackQuery', { callback_query_id, ...more });
  const tapped = async () => (await updates()).at(-1)!.callback_query!;

  beforeEach(async () => {
    user.start();
    await send(user.id, markup);
  });

  test('carry the message as it stands now and get their toast', async () => {
    const messageId = user.last()!.message_id;
    await rawCall(sim, 'editMessageText', {
      chat_id: user.id,
      message_id: messageId,
      text: 'mới',
      ...markup,
    });
    const toast = user.tap('a:1');
    const query = await tapped();
    expect(query).toMatchObject({ data: 'a:1', from: { id: user.id }, message: { text: 'mới', ...markup } });
    await answer(query.id, { text: 'Đã ghi nhận' });
    expect(await toast).toEqual({ text: 'Đã ghi nhận', show_alert: false });
  });

  test('are answered once, within 15 s, with at most 200 characters', async () => {
    const refused = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
    const toast = user.tap('Đã nhận');
    const { id } = await tapped();
    expect(says(await answer(id, { text: 'ạ'.repeat(201) }))).toBe('400 Bad Request: MESSAGE_TOO_LONG');
    expect(says(await answer(id, { text: 'ạ'.repeat(200) }))).toBe('ok');
    await toast;
    expect(says(await answer(id))).toBe(refused);
    const silent = user.tap('Đã nhận', { timeoutMs: 20 });
    const late = await tapped();
    wall += 15_000;
    expect(says(await answer(late.id))).toBe(refused);
    expect(await silent).toBeUndefined();
  });

  test('need a button that is there, unless the tap is stale', async () => {
    await expect(user.tap('Xoá')).rejects.toThrow(/there are: Đã nhận/);
    const stranger = sim.addUser({ first_name: 'Người lạ' });
    const elsewhere = stranger.tap('a:1', { message: user.last()! });
    await expect(elsewhere).rejects.toThrow(/Người lạ is not in chat/);
    const stale = user.tap('cu:9', { stale: true });
    const query = await tapped();
    expect(query.data).toBe('cu:9');
    await answer(query.id);
    expect(await stale).toEqual({ text: '', show_alert: false });
  });

  test('of a deleted message carry its number only', async () => {
    const message = user.last()!;
    await rawCall(sim, 'deleteMessage', { chat_id: user.id, message_id: message.message_id });
    const toast = user.tap('a:1', { message, stale: true, timeoutMs: 20 });
    expect((await tapped()).message).toEqual({
      chat: { id: user.id, type: 'private', first_name: 'An', username: 'an_test' },
      message_id: message.message_id,
      date: 0,
    });
    expect(await toast).toBeUndefined();
  });

  test('on a deep link press Start with its payload', async () => {
    const url = `https://t.me/${sim.botUser.username}?start=PH1`;
    await send(user.id, { reply_markup: { inline_keyboard: [[{ text: 'Xem nội dung', url }]] } });
    await user.tap('Xem nội dung');
    expect((await updates()).at(-1)?.message?.text).toBe('/start PH1');
  });
});

describe('waiting', () => {
  test('finds what came since the person’s last act, and what comes', async () => {
    user.start();
    await send(user.id);
    expect((await user.waitFor('tin')).text).toBe('tin');
    user.send('lại');
    const next = user.waitFor(/^mới$/);
    await send(user.id, { text: 'mới' });
    expect((await next).text).toBe('mới');
  });

  test('ends with what the chat shows', async () => {
    user.start();
    await send(user.id, { reply_markup: { inline_keyboard: [[{ text: 'Mở', callback_data: 'm' }]] } });
    await expect(user.waitFor('không có', 30)).rejects.toThrow(
      /no không có .*\n- An: \/start\n- bot: tin \[Mở\]/,
    );
  });

  test('ends when the simulator closes', async () => {
    const waiting = user.waitFor('gì').catch((cause: Error) => cause.message);
    await sim.close();
    expect(await waiting).toBe('the simulator was closed');
    sim = await startSimulator({ latency: false });
  });
});
