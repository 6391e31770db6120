import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmAccount } from '../../src/usecases/confirm-account.ts';
import { type LinkDesk, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy' };
const stranger: Phone = { id: 0, first_name: 'Người lạ' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  phone.id += 500_000;
  stranger.id = phone.id + 1;
  await desk.unlink(who('a-member').id);
});

const who = (key: string) => here.cast[key]!;
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const invite = () => desk.invite(here.pairId, who('a-member').id, who('a-secretary').id);
const press = async (by: Phone, label: string) => desk.tap(by, (await last(by.id)).buttons[label]!);
const link = async (by: Phone, token: string) => {
  await desk.write(by, `/start ${token}`);
  await press(by, 'Đồng ý');
  await press(by, 'Đã nhận');
};

describe('whoever is not active', () => {
  test('gets one plain text for any command or word, the same for a stranger and an old account', async () => {
    for (const written of ['/moi', '/thanhvien', 'PH-2026-001', '/start']) {
      await desk.write(stranger, written);
      desk.wait(1 / 24);
    }
    const texts = (await desk.look(stranger.id)).map((said) => said.text);
    expect(new Set(texts).size).toBe(1);
    expect(texts).toHaveLength(4);
    expect(texts[0]).toContain('xin đầu mối của Uỷ ban đường dẫn mời');
  });

  test('and waits is told so, whatever is written', async () => {
    await link(phone, await invite());
    await desk.look(phone.id);
    await desk.write(phone, '/viec');
    await desk.write(phone, '/start');
    const said = await desk.look(phone.id);
    expect(said).toHaveLength(2);
    for (const one of said) expect(one.text).toContain('Đang chờ xác nhận');
  });

  test('and stands at the practice tap sees it again', async () => {
    await desk.write(phone, `/start ${await invite()}`);
    await press(phone, 'Đồng ý');
    await desk.look(phone.id);
    await desk.write(phone, 'ok');
    expect((await last(phone.id)).buttons['Đã nhận']).toMatch(/^link\.tap\./);
  });

  test('has a file taken away, and is told the same (C2)', async () => {
    const chat = { id: stranger.id, type: 'private', first_name: 'Người lạ' };
    const from = { is_bot: false, ...stranger };
    await desk.update({ message: { message_id: 5, date: 0, chat, from, photo: [] } });
    expect((await last(stranger.id)).text).toContain('chưa được kết nối');
    expect(desk.calls).toContain('deleteMessage');
  });

  test('in a group is not answered, except that a tap says why nothing happens', async () => {
    const chat = { id: -5, type: 'supergroup', title: 'Nhóm' };
    const from = { is_bot: false, ...stranger };
    await desk.update({ message: { message_id: 1, date: 0, chat, from, text: '/moi' } });
    const message = { message_id: 2, date: 0, chat, text: '…' };
    await desk.update({ callback_query: { id: '1', from, chat_instance: '1', message, data: 'open.1' } });
    expect(desk.toasts.at(-1)).toContain('chưa được kết nối');
    expect(await desk.look(-5)).toEqual([]);
  });
});

describe('/start of an active person', () => {
  test('without a link, or with their own used one, is a short welcome', async () => {
    const token = await invite();
    await link(phone, token);
    await desk.work((work) => confirmAccount(work, { by: { operator: true }, personId: who('a-member').id }));
    await desk.look(phone.id);
    await desk.write(phone, '/start');
    await desk.write(phone, `/start ${token}`);
    const said = await desk.look(phone.id);
    expect(said.map((one) => one.text.includes('Kết nối hoạt động bình thường'))).toEqual([true, true]);
    expect((await desk.accounts(who('a-member').id)).map((one) => one.state)).toEqual(['active']);
  });
});
