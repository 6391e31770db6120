import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { SETTINGS } from '../../src/config-settings.ts';

const TOKEN = '123456789:AAExampleExampleExampleExampleExamp';
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const SECRET = 'Secret_secret-0123456789';

function errorsOf(env: Record<string, string>, dotenv = ''): string[] {
  const parsed = parseConfig({ BOT_TOKEN: TOKEN, ...env }, dotenv);
  return parsed.ok ? [] : parsed.errors;
}

describe('parseConfig', () => {
  test('a token is enough; everything else has a default', () => {
    expect(parseConfig({ BOT_TOKEN: TOKEN })).toEqual({
      ok: true,
      config: {
        botToken: TOKEN,
        telegramApiRoot: 'https://api.telegram.org',
        databaseUrl: undefined,
        databaseOwnerUrl: undefined,
        redisUrl: undefined,
        webhook: undefined,
        publicUrl: undefined,
        host: '127.0.0.1',
        port: 3000,
        metricsHost: '127.0.0.1',
        metricsPort: 3001,
        roles: ['bot', 'worker', 'web'],
        dataDir: '.data',
        logLevel: 'info',
        devClock: false,
        rateLimit: 28.8,
        retentionDays: 1826,
        heartbeat: { url: undefined, seconds: 60, operatorChatId: undefined },
        backup: { passphrase: undefined, recipients: [] },
      },
    });
  });

  test('every setting is read', () => {
    const parsed = parseConfig({
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      DATABASE_URL: 'postgresql://somebody@db/phoihop',
      DATABASE_OWNER_URL: 'postgres://owner@db/phoihop',
      REDIS_URL: 'rediss://cache:6380/2',
      WEBHOOK_URL: 'http://127.0.0.1:3001/hook',
      WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'https://phoihop.example.org/',
      HOST: '::1',
      PORT: '0',
      METRICS_HOST: '10.1.2.3',
      METRICS_PORT: '9464',
      NODE_ENV: 'test',
      ROLES: 'worker, web',
      DATA_DIR: '/srv/data',
      LOG_LEVEL: 'silent',
      DEV_CLOCK: '1',
      RATE_LIMIT: '0',
      RETENTION_DAYS: '400',
      HEARTBEAT_URL: 'https://beat.example.org/secret',
      HEARTBEAT_SECONDS: '30',
      OPERATOR_CHAT_ID: '-1001',
      BACKUP_RECIPIENTS: `${RECIPIENT}, ${RECIPIENT}`,
    });
    expect(parsed).toEqual({
      ok: true,
      config: {
        botToken: TOKEN,
        telegramApiRoot: 'http://127.0.0.1:8081',
        databaseUrl: 'postgresql://somebody@db/phoihop',
        databaseOwnerUrl: 'postgres://owner@db/phoihop',
        redisUrl: 'rediss://cache:6380/2',
        webhook: { url: 'http://127.0.0.1:3001/hook', secret: SECRET },
        publicUrl: 'https://phoihop.example.org',
        host: '::1',
        port: 0,
        metricsHost: '10.1.2.3',
        metricsPort: 9464,
        roles: ['worker', 'web'],
        dataDir: '/srv/data',
        logLevel: 'silent',
        devClock: true,
        rateLimit: 0,
        retentionDays: 400,
        heartbeat: { url: 'https://beat.example.org/secret', seconds: 30, operatorChatId: -1001 },
        backup: { passphrase: undefined, recipients: [RECIPIENT, RECIPIENT] },
      },
    });
  });

  test.each([
    ['BOT_TOKEN', 'token'],
    ['BOT_TOKEN', ''],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['DATABASE_URL', 'mysql://db/phoihop'],
    ['DATABASE_URL', 'phoihop'],
    ['DATABASE_OWNER_URL', 'phoihop'],
    ['REDIS_URL', 'http://cache'],
    ['HOST', 'everywhere'],
    ['METRICS_HOST', '10.0.0'],
    ['METRICS_PORT', '70000'],
    ['PUBLIC_URL', 'http://phoihop.example.org'],
    ['PUBLIC_URL', 'https://phoihop.example.org/?x=1'],
    ['PORT', '65536'],
    ['PORT', '30x'],
    ['PORT', '-1'],
    ['ROLES', 'bot,wroker'],
    ['ROLES', ','],
    ['LOG_LEVEL', 'loud'],
    ['DEV_CLOCK', 'yes'],
    ['RATE_LIMIT', '-3'],
    ['RATE_LIMIT', '1e3'],
    ['RATE_LIMIT', '0'],
    ['RETENTION_DAYS', '29'],
    ['RETENTION_DAYS', '1.5'],
    ['HEARTBEAT_URL', 'beat.example.org'],
    ['HEARTBEAT_SECONDS', '5'],
    ['OPERATOR_CHAT_ID', '@somebody'],
    ['BACKUP_PASSPHRASE', 'too short'],
    ['BACKUP_RECIPIENTS', 'AGE-SECRET-KEY-1QQ'],
  ])('%s=%s is one error, with the name and a line that works', (name, value) => {
    const errors = errorsOf({ [name]: value });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${name}: .+\\. Example: ${name}=\\S+$`));
  });

  test('the lines that the errors give do work', () => {
    const examples = Object.entries(SETTINGS).map(([name, { example }]) => [name, example]);
    expect(parseConfig(Object.fromEntries(examples))).toMatchObject({ ok: true });
  });

  test('all errors come at once', () => {
    const errors = errorsOf(
      { BOT_TOKEN: '', PORT: 'x', WEBHOOK_URL: 'https://a.example', DEV_CLOCK: '1', NODE_ENV: 'production' },
      'PROT=1\nnonsense',
    );
    const named = errors.map((error) => error.split(':')[0]);
    expect(named.sort()).toEqual(
      ['.env, line 1', '.env, line 2', 'BOT_TOKEN', 'DEV_CLOCK', 'PORT', 'WEBHOOK_SECRET'].sort(),
    );
  });

  test.each([
    [{ WEBHOOK_URL: 'https://a.example/hook' }, 'WEBHOOK_SECRET'],
    [{ WEBHOOK_SECRET: SECRET }, 'WEBHOOK_URL'],
  ])('a webhook needs its address and its secret, or neither: %j', (env, missing) => {
    expect(errorsOf(env)).toEqual([
      expect.stringContaining(`${missing}: WEBHOOK_URL and WEBHOOK_SECRET go together`),
    ]);
  });

  test.each([
    ['0123456789abcde', false],
    ['0123456789abcdef', true],
    ['A-z_'.repeat(64), true],
    [`${'A-z_'.repeat(64)}x`, false],
    ['0123456789abcdef!', false],
    ['0123456789abcdef ư', false],
  ])('the webhook secret is 16 to 256 of A–Z a–z 0–9 _ -: %s', (secret, isGood) => {
    const errors = errorsOf({ WEBHOOK_URL: 'https://a.example', WEBHOOK_SECRET: secret });
    expect(errors.length === 0).toBe(isGood);
  });

  test.each([
    ['http://a.example/hook', 1],
    ['https://a.example:3000/hook', 1],
    ['https://a.example:8443/hook', 0],
    ['https://a.example/hook', 0],
  ])('Telegram must be able to call %s', (url, count) => {
    expect(errorsOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET })).toHaveLength(count);
    const own = { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' };
    expect(errorsOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET, ...own })).toEqual([]);
  });

  test('the clock may be moved with NODE_ENV development or test, and with nothing else', () => {
    for (const mode of ['development', 'test'])
      expect(errorsOf({ DEV_CLOCK: '1', NODE_ENV: mode })).toEqual([]);
    for (const mode of ['', 'production', 'staging', 'Development', 'prod'])
      expect(errorsOf({ DEV_CLOCK: '1', NODE_ENV: mode })).toHaveLength(1);
    expect(errorsOf({ DEV_CLOCK: '1' }, 'NODE_ENV=production')).toHaveLength(1);
  });

  test('a clock that can be moved listens on this machine only', () => {
    const dev = { DEV_CLOCK: '1', NODE_ENV: 'development' };
    expect(parseConfig({ BOT_TOKEN: TOKEN, ...dev, PUBLIC_URL: 'https://a.example' })).toMatchObject({
      config: { host: '127.0.0.1' },
    });
    for (const host of ['127.0.0.1', '::1', 'localhost'])
      expect(errorsOf({ ...dev, HOST: host })).toEqual([]);
    for (const host of ['0.0.0.0', '::', '192.0.2.7'])
      expect(errorsOf({ ...dev, HOST: host })).toHaveLength(1);
  });

  test.each([
    [{}, '127.0.0.1'],
    [{ WEBHOOK_URL: 'https://a.example', WEBHOOK_SECRET: SECRET }, undefined],
    [{ PUBLIC_URL: 'https://a.example' }, undefined],
    [{ PUBLIC_URL: 'https://a.example', HOST: '127.0.0.1' }, '127.0.0.1'],
    [{ HOST: '0.0.0.0' }, '0.0.0.0'],
  ])('only who is to be called from outside listens to the outside: %j', (env, host) => {
    const parsed = parseConfig({ BOT_TOKEN: TOKEN, ...env });
    expect(parsed).toMatchObject({ ok: true, config: { metricsHost: '127.0.0.1' } });
    expect(parsed.ok && parsed.config.host).toBe(host);
  });

  test('the figures have a port of their own', () => {
    expect(errorsOf({ PORT: '3001' })).toHaveLength(1);
    expect(errorsOf({ PORT: '0', METRICS_PORT: '0' })).toEqual([]);
  });

  test('no error repeats a value, whatever stands where', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9:/@._-]{18,60}$/).filter((text) => /\d/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SETTINGS)), value, (name, secret) => {
        const parsed = parseConfig({ [name]: secret }, `${name}=${secret}\n${secret}\nX${secret}=`);
        expect(parsed.ok ? '' : parsed.errors.join('\n')).not.toContain(secret);
      }),
    );
  });
});

describe('.env', () => {
  test('is read line by line; the environment wins over it; an empty value is not set', () => {
    const text = `# a comment\r\nexport PORT = 4000 # why\n\nLOG_LEVEL="debug"\nDATA_DIR='a # b'\nREDIS_URL=\nBOT_TOKEN=${TOKEN}`;
    const parsed = parseConfig({ LOG_LEVEL: 'warn', PORT: '' }, text);
    expect(parsed).toMatchObject({
      ok: true,
      config: { botToken: TOKEN, port: 4000, logLevel: 'warn', dataDir: 'a # b', redisUrl: undefined },
    });
  });

  test.each([
    ['PROT=1', 'PORT'],
    ['BOTTOKEN=1', 'BOT_TOKEN'],
    ['WEB_HOOK_URL=1', 'WEBHOOK_URL'],
    ['DATABASE_URI=1', 'DATABASE_URL'],
  ])('an unknown name stops the start and the nearest one is suggested: %s', (line, nearest) => {
    expect(errorsOf({}, line)).toEqual([
      expect.stringMatching(new RegExp(`^\\.env, line 1: .*Did you mean ${nearest}\\?$`)),
    ]);
  });

  test('an unknown name that is near to none gets the list; in the environment unknown names are no concern', () => {
    expect(errorsOf({}, 'SOMETHING_ELSE_ALTOGETHER=1')[0]).toContain(Object.keys(SETTINGS).join(', '));
    expect(errorsOf({ SOMETHING_ELSE_ALTOGETHER: '1', PROT: '1' })).toEqual([]);
  });

  test.each(['PORT', 'PORT 3000', 'port=3000', 'PORT="3000', '=3000'])(
    'a line that sets nothing is an error: %s',
    (line) => {
      expect(errorsOf({}, line)).toEqual(['.env, line 1: is not NAME=value. Example: PORT=3000']);
    },
  );

  test('a name set twice is an error', () => {
    expect(errorsOf({}, 'PORT=1\nPORT=2')).toEqual([expect.stringContaining('PORT is there twice')]);
  });

  test('the example lists every setting with its default, and starts once the token is filled in', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(SETTINGS));
    expect(parseConfig({ BOT_TOKEN: TOKEN }, example)).toEqual(parseConfig({ BOT_TOKEN: TOKEN }));
  });
});
