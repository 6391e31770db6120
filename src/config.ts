import { existsSync, readFileSync } from 'node:fs';
import { parseDotEnv } from './config-dotenv.ts';
import {
  isLoopbackHost,
  type Role,
  SETTINGS,
  type SettingName,
  TELEGRAM,
  type Values,
} from './config-settings.ts';

/** Every setting, parsed; undefined where the program does without (embedded database, queue in Postgres, polling). */
export type Config = {
  botToken: string;
  telegramApiRoot: string;
  databaseUrl: string | undefined;
  /** Who owns the tables, for migrations, backup and restore; undefined: who logs in by `databaseUrl`. */
  databaseOwnerUrl: string | undefined;
  redisUrl: string | undefined;
  webhook: { url: string; secret: string } | undefined;
  /** Under which people reach the program from outside, without a slash at the end; undefined: they cannot. */
  publicUrl: string | undefined;
  /** Where the webhook, calendar addresses and the movable clock are served; `host` undefined: on every address of the machine. */
  host: string | undefined;
  port: number;
  /** Where every process serves its health and its figures. */
  metricsHost: string;
  metricsPort: number;
  roles: Role[];
  dataDir: string;
  logLevel: Values['LOG_LEVEL'];
  devClock: boolean;
  /** Messages a second to Telegram over all chats; 0 = no limit. */
  rateLimit: number;
  retentionDays: number;
  /** Who waits for a sign of life, how often, and the operator's chat; undefined: nobody, none. */
  heartbeat: { url: string | undefined; seconds: number; operatorChatId: number | undefined };
  /** What backups are sealed with; recipients go before the passphrase. */
  backup: { passphrase: string | undefined; recipients: string[] };
};

/** The settings, or every error at once, each a line with the name, what is wrong and a line that works. */
export type ParsedConfig = { ok: true; config: Config } | { ok: false; errors: string[] };

type Env = Record<string, string | undefined>;

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** What a `.env` may hold besides: for Node, and for compose.yaml, which reads the same file. */
const OTHER_NAMES = ['NODE_ENV', 'POSTGRES_PASSWORD', 'POSTGRES_APP_PASSWORD'];

/** Parses the environment and the text of a `.env`; the environment wins, an empty value counts as not set. */
export function parseConfig(env: Env, dotenvText = ''): ParsedConfig {
  const file = parseDotEnv(dotenvText, [...NAMES, ...OTHER_NAMES]);
  const given = (name: string) => env[name]?.trim() || file.values.get(name)?.trim() || undefined;
  const errors = [...file.errors];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of NAMES) {
    const { schema, example } = SETTINGS[name];
    const value = given(name);
    const parsed = schema.safeParse(value);
    if (parsed.success) values[name] = parsed.data;
    else {
      const wrong = value === undefined ? 'is not set' : parsed.error.issues[0]!.message;
      errors.push(`${name}: ${wrong}. Example: ${name}=${example}`);
    }
  }
  errors.push(...crossErrors(given));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config: toConfig(values as Values) };
}

/** Reads the environment of the process and `./.env`; with the two below the only place in the product that does. */
export function loadConfig(): ParsedConfig {
  return parseConfig(process.env, existsSync('.env') ? readFileSync('.env', 'utf8') : '');
}

/** The language of whoever sits at the terminal, as POSIX has it (LC_ALL, LC_MESSAGES, LANG); without one, and with C, Vietnamese. */
export function systemLanguage(env: Env = process.env): 'vi' | 'en' {
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(|C|POSIX|vi)(?![a-z])/i.test(name) ? 'vi' : 'en';
}

/** Whether npm started this program and wrote lines of its own on its output, as it does without --silent. */
export function isNpmTalking(env: Env = process.env): boolean {
  return env.npm_lifecycle_event !== undefined && env.npm_config_loglevel !== 'silent';
}

function crossErrors(given: (name: string) => string | undefined): string[] {
  const errors: string[] = [];
  const pair = ['WEBHOOK_URL', 'WEBHOOK_SECRET'] as const;
  const missing = pair.filter((name) => given(name) === undefined);
  if (missing.length === 1) {
    const [name] = missing;
    errors.push(
      `${name}: WEBHOOK_URL and WEBHOOK_SECRET go together (none of them: polling). Example: ${name}=${SETTINGS[name!].example}`,
    );
  }
  const url = given('WEBHOOK_URL') ?? '';
  const isTelegram = (given('TELEGRAM_API_ROOT') ?? TELEGRAM).replace(/\/+$/, '') === TELEGRAM;
  // A Bot API server of one's own also takes http, any port and any rate.
  if (isTelegram && URL.canParse(url) && !isCallable(new URL(url))) {
    errors.push(
      `WEBHOOK_URL: Telegram calls https only, on the ports 443, 80, 88 and 8443. Example: WEBHOOK_URL=${SETTINGS.WEBHOOK_URL.example}`,
    );
  }
  if (isTelegram && Number(given('RATE_LIMIT') ?? 1) === 0) {
    errors.push('RATE_LIMIT: 0 (off) is for the simulator and benchmarks only. Example: RATE_LIMIT=28.8');
  }
  if (URL.canParse(given('DATABASE_OWNER_URL') ?? '') && given('DATABASE_URL') === undefined)
    errors.push(
      `DATABASE_OWNER_URL: goes with DATABASE_URL (none of them: the embedded Postgres). Example: DATABASE_URL=${SETTINGS.DATABASE_URL.example}`,
    );
  errors.push(...devClockErrors(given));
  const [web, metrics] = [given('PORT') ?? '3000', given('METRICS_PORT') ?? '3001'];
  if (Number(web) === Number(metrics) && Number(web) !== 0)
    errors.push('METRICS_PORT: is the same as PORT. Example: METRICS_PORT=3001');
  return errors;
}

/** Who can move the clock can make every deadline pass. */
function devClockErrors(given: (name: string) => string | undefined): string[] {
  if (given('DEV_CLOCK') !== '1') return [];
  const errors: string[] = [];
  const host = given('HOST');
  if (!['development', 'test'].includes(given('NODE_ENV') ?? ''))
    errors.push(
      'DEV_CLOCK: a clock that can be moved wants NODE_ENV=development or NODE_ENV=test. Example: DEV_CLOCK=0',
    );
  if (host !== undefined && !isLoopbackHost(host))
    errors.push('DEV_CLOCK: a clock that can be moved wants HOST=127.0.0.1. Example: DEV_CLOCK=0');
  return errors;
}

function isCallable(url: URL): boolean {
  return url.protocol === 'https:' && ['', '80', '88', '8443'].includes(url.port);
}

function toConfig(values: Values): Config {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = values;
  const isCalled = url !== undefined || values.PUBLIC_URL !== undefined;
  return {
    botToken: values.BOT_TOKEN,
    telegramApiRoot: values.TELEGRAM_API_ROOT,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    redisUrl: values.REDIS_URL,
    webhook: url !== undefined && secret !== undefined ? { url, secret } : undefined,
    publicUrl: values.PUBLIC_URL ?? (url === undefined ? undefined : new URL(url).origin),
    host: values.HOST ?? (isCalled && !values.DEV_CLOCK ? undefined : '127.0.0.1'),
    port: values.PORT,
    metricsHost: values.METRICS_HOST,
    metricsPort: values.METRICS_PORT,
    roles: values.ROLES,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    devClock: values.DEV_CLOCK,
    rateLimit: values.RATE_LIMIT,
    retentionDays: values.RETENTION_DAYS,
    heartbeat: {
      url: values.HEARTBEAT_URL,
      seconds: values.HEARTBEAT_SECONDS,
      operatorChatId: values.OPERATOR_CHAT_ID,
    },
    backup: { passphrase: values.BACKUP_PASSPHRASE, recipients: values.BACKUP_RECIPIENTS },
  };
}
