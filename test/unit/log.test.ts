import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { DrizzleQueryError } from 'drizzle-orm';
import { Api, BotError, type Context, GrammyError, HttpError } from 'grammy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger, cutSecrets, type Logger } from '../../src/log.ts';

const token = `123456789:${'Aa0-_'.repeat(7)}`;
let server: Server;
let root: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.endsWith('/sendPhoto')) return void request.socket.destroy();
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void server.close());

function recorder(): { log: Logger; raw: () => string; line: () => Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLogger({
    level: 'debug',
    destination: { write: (line: string) => void lines.push(line) },
  });
  return { log, raw: () => lines.join(''), line: () => JSON.parse(lines.at(-1)!) };
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

test.each(['text', 'message', 'payload', 'caption', 'first_name', 'last_name', 'username', 'token'])(
  'what stands under %s is cut, at the top and four levels down',
  (key) => {
    const { log, raw } = recorder();
    log.info(
      { [key]: 'hush-0', a: { [key]: { deep: 'hush-1' }, b: { [key]: 'hush-2', c: { [key]: ['hush-3'] } } } },
      'said',
    );
    expect(raw()).not.toContain('hush');
    expect(raw().match(/\[cut\]/g)).toHaveLength(4);
    expect(raw()).toContain('"msg":"said"');
  },
);

test('ids, kinds and counts stay readable', () => {
  const { log, line } = recorder();
  log.info({ chatId: 42, kind: 'notice', count: 3 }, 'sent');
  expect(line()).toMatchObject({ level: 30, chatId: 42, kind: 'notice', count: 3, msg: 'sent' });
});

describe('errors', () => {
  test('a refusal of Telegram is logged with its method and code, without what was sent', async () => {
    const api = new Api(token, { apiRoot: root });
    const err = await failureOf(
      api.sendMessage(7, 'the secret plan', { reply_markup: { force_reply: true } }),
    );
    expect(err).toBeInstanceOf(GrammyError);
    const { log, raw, line } = recorder();
    log.error({ err }, 'not sent');
    expect(line()).toMatchObject({ err: { type: 'GrammyError', code: 403, method: 'sendMessage' } });
    expect(raw()).toContain('bot was blocked by the user');
    expect(raw()).not.toMatch(/secret plan|force_reply|Aa0-_/);
  });

  test('a broken connection to Telegram is logged with its cause, without the token in the address', async () => {
    const api = new Api(token, { apiRoot: root, sensitiveLogs: true });
    const err = await failureOf(api.sendPhoto(7, 'file-id', { caption: 'the secret plan' }));
    expect(err).toBeInstanceOf(HttpError);
    expect(`${(err as HttpError).message}${String((err as HttpError).error)}`).toContain(token);
    const { log, raw, line } = recorder();
    log.error({ err }, 'not sent');
    log.error(err);
    expect(line()).toMatchObject({ err: { type: 'HttpError', cause: { type: expect.any(String) } } });
    expect(raw()).toContain('bot[cut]/sendPhoto');
    expect(raw()).not.toMatch(/secret plan|Aa0-_/);
  });

  test('an error in a handler is logged without the update that it was handling', () => {
    const context = {
      update: { message: { text: 'the secret plan' } },
      api: { token },
    } as unknown as Context;
    const { log, raw, line } = recorder();
    log.error({ err: new BotError(new TypeError('no such step'), context) }, 'failed');
    expect(line()).toMatchObject({ err: { type: 'BotError', cause: { type: 'TypeError' } } });
    expect(raw()).not.toMatch(/secret plan|Aa0-_/);
  });

  test('a failed query is logged without the values it carried', () => {
    const err = new DrizzleQueryError(
      'insert into note values ($1)',
      ['the secret\nplan'],
      new Error('no room'),
    );
    const { log, raw } = recorder();
    log.error({ err }, 'not saved');
    log.error(err);
    expect(raw()).toContain('insert into note');
    expect(raw()).toContain('no room');
    expect(raw()).not.toMatch(/secret|plan/);
  });

  test('the code and the place of a system error are kept', () => {
    const err = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' });
    const { log, line } = recorder();
    log.warn({ err });
    expect(line()).toMatchObject({
      err: { type: 'Error', code: 'ECONNREFUSED', stack: expect.stringContaining('log.test.ts') },
    });
  });

  test('an error that causes itself ends', () => {
    const err = new Error('round');
    err.cause = err;
    const { log, raw } = recorder();
    log.error({ err });
    expect(raw().match(/"cause"/g)).toHaveLength(4);
  });
});

test.each([
  [
    'GET https://api.telegram.org/bot123456789:AAbb-cc_dd/getMe',
    'GET https://api.telegram.org/bot[cut]/getMe',
  ],
  [`token ${token} is wrong`, 'token [cut] is wrong'],
  ['redis://:hunter2@127.0.0.1:6379/1', 'redis://:[cut]@127.0.0.1:6379/1'],
  ['postgres://app:hunter2@db/phoihop', 'postgres://app:[cut]@db/phoihop'],
  ['http://127.0.0.1:3000/healthz at 10:30', 'http://127.0.0.1:3000/healthz at 10:30'],
])('in a line, %s becomes %s', (before, after) => {
  expect(cutSecrets(before)).toBe(after);
});
