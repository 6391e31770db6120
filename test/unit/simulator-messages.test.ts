import { Api, GrammyError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;
let api: Api;

beforeEach(async () => {
  sim = await startSimulator({ latency: false, limits: false });
  user = sim.addUser({ first_name: 'An' });
  user.start();
  api = new Api(sim.token, { apiRoot: sim.url });
});
afterEach(() => sim.close());

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof GrammyError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.error_code} ${error.description}`;
}

const send = (text: string, more: Record<string, unknown> = {}) => api.sendMessage(user.id, text, more);

describe('who may call', () => {
  test('a wrong token is answered 401, an unknown method 404', async () => {
    expect(await rawCall({ url: sim.url, token: '1:wrong' }, 'getMe')).toMatchObject({
      status: 401,
      description: 'Unauthorized',
    });
    expect(await rawCall(sim, 'sendPigeon')).toMatchObject({ status: 404, ok: false, error_code: 404 });
  });

  test('parameters come as JSON, as a form, in the query or as multipart, the method in any case', async () => {
    const root = `${sim.url}/bot${sim.token}`;
    const form = new URLSearchParams({
      chat_id: String(user.id),
      text: 'form & dấu',
      protect_content: 'true',
    });
    await fetch(`${root}/SENDMESSAGE`, { method: 'POST', body: form });
    await fetch(`${root}/sendMessage?chat_id=${user.id}&text=query`);
    const multipart = new FormData();
    multipart.set('chat_id', String(user.id));
    multipart.set('text', 'nhiều phần');
    await fetch(`${root}/sendMessage`, { method: 'POST', body: multipart });
    const texts = sim.messages(user.id).slice(1);
    expect(texts.map(({ text }) => text)).toEqual(['form & dấu', 'query', 'nhiều phần']);
    expect(texts.map((message) => message.protect_content)).toEqual([true, false, false]);
  });
});

describe('text', () => {
  test('4,096 UTF-16 units pass, counted after entities; 4,097 do not; nothing but space is empty', async () => {
    await send(`<b>${'ạ'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
    expect(user.last()?.text).toHaveLength(4096);
    expect(await refusal(send('ạ'.repeat(4097)))).toBe('400 Bad Request: message is too long');
    expect(await refusal(send(' \n '))).toBe('400 Bad Request: message text is empty');
    expect(await refusal(send('<b></b>', { parse_mode: 'HTML' }))).toBe(
      '400 Bad Request: message text is empty',
    );
  });

  test('what was sent is kept: plain text, entities, source, protection, silence', async () => {
    const sent = await send('  <b>A &lt; B</b>', {
      parse_mode: 'HTML',
      protect_content: true,
      disable_notification: true,
    });
    expect(sent).toMatchObject({ text: 'A < B', has_protected_content: true, chat: { id: user.id } });
    expect(user.last()).toMatchObject({
      text: 'A < B',
      entities: [{ type: 'bold', offset: 0, length: 5 }],
      html: '  <b>A &lt; B</b>',
      protect_content: true,
      silent: true,
      fromBot: true,
    });
  });
});

describe('keyboards', () => {
  const button = (data: string) => ({
    reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
  });

  test('callback_data is 1 to 64 bytes, not characters', async () => {
    await send('64', button(`${'ạ'.repeat(21)}a`));
    const refused = '400 Bad Request: BUTTON_DATA_INVALID';
    expect(await refusal(send('66', button('ạ'.repeat(22))))).toBe(refused);
    expect(await refusal(send('0', button('')))).toBe(refused);
  });

  test('100 buttons pass, 101 do not; a button must do something', async () => {
    const rows = (count: number) => ({
      reply_markup: {
        inline_keyboard: Array.from({ length: count }, (_, i) => [{ text: `${i}`, callback_data: `${i}` }]),
      },
    });
    await send('100', rows(100));
    expect(user.buttons()).toHaveLength(100);
    expect(await refusal(send('101', rows(101)))).toBe('400 Bad Request: reply markup is too long');
    const idle = { reply_markup: { inline_keyboard: [[{ text: 'x' }]] } };
    expect(await refusal(send('idle', idle))).toMatch(/Text buttons are unallowed/);
  });
});

describe('edits', () => {
  const markup = { reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] } };

  test('every version is kept; an edit without a keyboard takes it away', async () => {
    const { message_id } = await send('một', markup);
    await api.editMessageText(user.id, message_id, 'hai');
    expect(user.last()).toMatchObject({ text: 'hai', editCount: 1 });
    expect(user.buttons()).toEqual([]);
    expect(user.last()?.versions.map(({ text }) => text)).toEqual(['một', 'hai']);
    await api.editMessageReplyMarkup(user.id, message_id, markup);
    expect(user.last()).toMatchObject({ text: 'hai', editCount: 2 });
    expect(user.buttons()).toEqual(['Đã nhận']);
  });

  test('the same text and keyboard is "not modified"; either one changed is an edit', async () => {
    const { message_id } = await send('một', markup);
    expect(await refusal(api.editMessageText(user.id, message_id, 'một', markup))).toMatch(
      /^400 Bad Request: message is not modified/,
    );
    expect(await refusal(api.editMessageReplyMarkup(user.id, message_id, markup))).toMatch(/not modified/);
    await api.editMessageText(user.id, message_id, 'một');
    expect(user.last()?.editCount).toBe(1);
  });

  test('deleted or unknown: not found; a person’s message or a reply keyboard: cannot be edited', async () => {
    const { message_id } = await send('một');
    await api.deleteMessage(user.id, message_id);
    expect(sim.messages(user.id).at(-1)?.deleted).toBe(true);
    const edit = (id: number) => refusal(api.editMessageText(user.id, id, 'hai'));
    expect(await edit(message_id)).toBe('400 Bad Request: message to edit not found');
    expect(await edit(999)).toBe('400 Bad Request: message to edit not found');
    expect(await edit(user.send('của tôi').message_id)).toBe("400 Bad Request: message can't be edited");
    const keyboard = { reply_markup: { keyboard: [[{ text: 'x' }]] } };
    expect(await edit((await send('phím', keyboard)).message_id)).toBe(
      "400 Bad Request: message can't be edited",
    );
    expect(await refusal(api.deleteMessage(user.id, message_id))).toBe(
      '400 Bad Request: message to delete not found',
    );
  });
});

describe('files', () => {
  test('a document goes up, keeps its bytes and its caption, and goes out again by file_id', async () => {
    const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10]);
    const sent = await api.sendDocument(user.id, new InputFile(bytes, 'Báo cáo.docx'), {
      caption: '<i>Dự thảo</i>',
      parse_mode: 'HTML',
      protect_content: true,
    });
    expect(sent).toMatchObject({ document: { file_name: 'Báo cáo.docx', file_size: 8 }, caption: 'Dự thảo' });
    expect(sim.file(sent.document.file_id)).toEqual(bytes);
    expect(user.last()).toMatchObject({ kind: 'document', text: 'Dự thảo', protect_content: true });
    await api.sendDocument(user.id, sent.document.file_id);
    expect(user.last()?.file).toEqual(sim.messages(user.id).at(-2)?.file);
    expect(await refusal(api.sendDocument(user.id, 'nowhere'))).toMatch(/wrong file identifier/);
  });

  test('a caption has 1,024 units at most', async () => {
    const photo = () => new InputFile(Buffer.from('jpg'), 'a.jpg');
    await api.sendPhoto(user.id, photo(), { caption: 'ạ'.repeat(1024) });
    expect(user.last()).toMatchObject({ kind: 'photo' });
    expect(await refusal(api.sendPhoto(user.id, photo(), { caption: 'ạ'.repeat(1025) }))).toBe(
      '400 Bad Request: message caption is too long',
    );
  });

  test('a file that a person sends can be fetched by the bot', async () => {
    const { file } = user.sendDocument({ name: 'to-chuc.csv', content: Buffer.from('a;b') });
    const { file_path } = await api.getFile(file!.file_id);
    const answer = await fetch(`${sim.url}/file/bot${sim.token}/${file_path}`);
    expect(await answer.text()).toBe('a;b');
  });
});

describe('what the bot says about itself', () => {
  test('commands are kept by scope and language, and the menu shows the narrowest', async () => {
    await api.setMyCommands([{ command: 'viec', description: 'Việc của tôi' }]);
    await api.setMyCommands([{ command: 'todo', description: 'My tasks' }], { language_code: 'en' });
    const scope = { type: 'chat' as const, chat_id: user.id };
    await api.setMyCommands([{ command: 'quanly', description: 'Quản lý' }], { scope });
    expect(await api.getMyCommands()).toEqual([{ command: 'viec', description: 'Việc của tôi' }]);
    expect((await api.getMyCommands({ language_code: 'en' }))[0]?.command).toBe('todo');
    const menu = () => sim.state().users[0]?.menu.map(({ command }) => command);
    expect(menu()).toEqual(['quanly']);
    await api.deleteMyCommands({ scope });
    expect(menu()).toEqual(['viec']);
    expect(sim.state().commands).toHaveLength(2);
  });

  test('a command with an accent or 33 letters is refused', async () => {
    const set = (command: string) => refusal(api.setMyCommands([{ command, description: 'x' }]));
    expect(await set('việc')).toBe('400 Bad Request: BOT_COMMAND_INVALID');
    expect(await set('a'.repeat(33))).toBe('400 Bad Request: BOT_COMMAND_INVALID');
  });

  test('name, descriptions and menu button are taken', async () => {
    await api.setMyName('Phối Hợp thử');
    await api.setMyDescription('Mô tả');
    await api.setMyShortDescription('Ngắn');
    await api.setChatMenuButton({ menu_button: { type: 'commands' } });
    expect(sim.state()).toMatchObject({
      name: 'Phối Hợp thử',
      description: 'Mô tả',
      shortDescription: 'Ngắn',
    });
    expect(await refusal(api.setMyDescription('x'.repeat(513)))).toMatch(/too long/);
  });
});
