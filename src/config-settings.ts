import { isIP } from 'node:net';
import { z } from 'zod';

/** The parts of the program; one process runs all of them by default. */
const ROLES = ['bot', 'worker', 'web'] as const;
export type Role = (typeof ROLES)[number];

/** Telegram's own Bot API server. */
export const TELEGRAM = 'https://api.telegram.org';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DAYS_OF_A_TERM = 1826; // five years, one term of a committee

const text = z.string();
const optional = <T extends z.ZodType>(schema: T) => schema.optional();
const address = (schemes: string[], wrong: string) =>
  text.refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
    wrong,
  );
const number = (pattern: RegExp, low: number, high: number, wrong: string) =>
  text
    .refine((value) => pattern.test(value) && Number(value) >= low && Number(value) <= high, wrong)
    .transform(Number);

const port = number(/^\d{1,5}$/, 0, 65_535, 'is not a port, a whole number from 0 (any free one) to 65535');
const listenAddress = text.refine(
  (value) => value === 'localhost' || isIP(value) !== 0,
  'is not an IP address of this machine (0.0.0.0 or :: for all of them)',
);

/** A public key of age, as age-keygen prints it. */
const RECIPIENT = /^age1(pq1|tag1|tagpq1)?[02-9ac-hj-np-z]{38,}$/;

type Setting = { schema: z.ZodType; example: string };

/** Every setting: how it is read, and a line that works. No message may repeat the value: it can be a secret. */
export const SETTINGS = {
  BOT_TOKEN: {
    schema: text.regex(/^\d{3,20}:[A-Za-z0-9_-]{20,}$/, 'is not a token as @BotFather gives it'),
    example: '123456789:AAExampleExampleExampleExampleExamp',
  },
  TELEGRAM_API_ROOT: {
    schema: address(['https', 'http'], 'is not an address beginning with https:// or http://')
      .transform((value) => value.replace(/\/+$/, ''))
      .default(TELEGRAM),
    example: TELEGRAM,
  },
  DATABASE_URL: {
    schema: optional(address(['postgres', 'postgresql'], 'is not an address beginning with postgres://')),
    example: 'postgres://phoihop_app:password@127.0.0.1:5432/phoihop',
  },
  DATABASE_OWNER_URL: {
    schema: optional(address(['postgres', 'postgresql'], 'is not an address beginning with postgres://')),
    example: 'postgres://phoihop_owner:password@127.0.0.1:5432/phoihop',
  },
  REDIS_URL: {
    schema: optional(address(['redis', 'rediss'], 'is not an address beginning with redis:// or rediss://')),
    example: 'redis://127.0.0.1:6379',
  },
  WEBHOOK_URL: {
    schema: optional(address(['https', 'http'], 'is not an address beginning with https://')),
    example: 'https://phoihop.example.org/telegram',
  },
  WEBHOOK_SECRET: {
    schema: optional(
      text.regex(/^[A-Za-z0-9_-]{16,256}$/, 'is not 16 to 256 of the characters A–Z a–z 0–9 _ -'),
    ),
    example: 'at-least-16-letters-digits-_-',
  },
  PUBLIC_URL: {
    schema: optional(
      text
        .refine(isPublicUrl, 'is not an address beginning with https:// without ? and #')
        .transform((value) => value.replace(/\/+$/, '')),
    ),
    example: 'https://phoihop.example.org',
  },
  HOST: { schema: optional(listenAddress), example: '127.0.0.1' },
  PORT: { schema: port.default(3000), example: '3000' },
  METRICS_HOST: { schema: listenAddress.default('127.0.0.1'), example: '127.0.0.1' },
  METRICS_PORT: { schema: port.default(3001), example: '3001' },
  ROLES: {
    schema: text
      .transform((value) => [...new Set(value.split(',').map((role) => role.trim()))])
      .refine((roles) => roles.every(isRole), `is not a list of ${ROLES.join(', ')}, separated by commas`)
      .transform((roles) => roles.filter(isRole))
      .default([...ROLES]),
    example: 'bot,worker,web',
  },
  DATA_DIR: { schema: text.default('.data'), example: '.data' },
  LOG_LEVEL: { schema: z.enum(LEVELS, `is none of ${LEVELS.join(', ')}`).default('info'), example: 'info' },
  DEV_CLOCK: {
    schema: text
      .regex(/^[01]$/, 'is neither 0 nor 1')
      .transform((value) => value === '1')
      .default(false),
    example: '0',
  },
  RATE_LIMIT: {
    schema: number(
      /^\d+(\.\d+)?$/,
      0,
      1000,
      'is not a number of messages a second from 0 (off) to 1000',
    ).default(28.8),
    example: '28.8',
  },
  RETENTION_DAYS: {
    schema: number(/^\d+$/, 30, 36_525, 'is not a whole number of days from 30 to 36525').default(
      DAYS_OF_A_TERM,
    ),
    example: String(DAYS_OF_A_TERM),
  },
  HEARTBEAT_URL: {
    schema: optional(address(['https', 'http'], 'is not an address beginning with https://')),
    example: 'https://hc-ping.example.org/0f8c4c5e',
  },
  HEARTBEAT_SECONDS: {
    schema: number(/^\d{1,4}$/, 10, 3_600, 'is not a whole number of seconds from 10 to 3600').default(60),
    example: '60',
  },
  OPERATOR_CHAT_ID: {
    schema: optional(
      text.regex(/^-?\d{1,15}$/, 'is not the number of a chat, as @userinfobot gives it').transform(Number),
    ),
    example: '123456789',
  },
  BACKUP_PASSPHRASE: {
    schema: optional(text.min(12, 'is shorter than 12 characters')),
    example: 'five-random-words-or-more',
  },
  BACKUP_RECIPIENTS: {
    schema: text
      .transform((value) => value.split(',').map((one) => one.trim()))
      .refine((all) => all.every((one) => RECIPIENT.test(one)), 'is not a list of age1…, separated by commas')
      .default([]),
    example: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  },
} satisfies Record<string, Setting>;

/** The name of a setting. */
export type SettingName = keyof typeof SETTINGS;

/** What the settings come out as, under their own names. */
export type Values = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };

/** Plain http carries the secret part of an address in the clear: on this machine only. */
function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  const isHere = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
  return (protocol === 'https:' || isHere) && search === '' && hash === '' && username === '';
}

/** Whether only this machine reaches what listens there. */
export const isLoopbackHost = (host: string): boolean => /^(localhost|127\.[\d.]+|::1)$/.test(host);

function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}
