import { DateTime } from 'luxon';
import pino from 'pino';
import postgres from 'postgres';
import { handlers } from '../../commands/index.ts';
import { openDatabase } from '../../db/client.ts';
import { APP_ROLE } from '../../db/migrate.ts';
import { createLogger } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { makeBot } from '../../src/telegram/bot.ts';
import { unlimitedBudget } from '../../src/telegram/budget.ts';
import { deliver } from '../../src/telegram/deliver.ts';
import { openIntake } from '../../src/telegram/intake.ts';
import { openLines } from '../../src/telegram/lines.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { openPolling, openWebhook } from './feed.ts';
import type { Random } from './random.ts';
import { steadyOffice } from './steady.ts';
import { openTelegram } from './telegram.ts';
import { enterTelegram, type FuzzWorld, MORNING_MS } from './world.ts';

/** One line of the log that says more than that all is well. */
export type LogLine = { level: number; msg: string; stack: string };

/** The program on a seeded database, with its clock, its Telegram and its log in hand. */
export type Life = Awaited<ReturnType<typeof openLife>>;

type Given = {
  url: string;
  world: FuzzWorld;
  by: 'webhook' | 'polling';
  onLog: (line: LogLine) => void;
  /** Salts and invitations come from it. */
  random: Random;
};

const metrics = createMetrics();

/** Starts the parts that an update meets, the real ones; time passes and messages go out when told. */
export async function openLife({ url, world, by, onLog, random }: Given) {
  let wallMs = MORNING_MS;
  const db = await openDatabase({ url, role: APP_ROLE, max: 4, applicationName: 'phoi-hop fuzz' });
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const office = steadyOffice(
    openOffice(db, () => wallMs),
    random,
  );
  const telegram = await openTelegram(() => wallMs);
  const log = createLogger({ level: 'warn', destination: { write: (line) => onLog(readLine(line)) } });
  const { token, apiRoot } = telegram;
  const deps = { office, log, kick: () => {}, metrics, publicUrl: 'https://phoihop.example.org' };
  const bot = makeBot({ token, apiRoot }, deps, handlers);
  await bot.init();
  telegram.connect(bot.api);
  enterTelegram(telegram.context, world);
  const send = sender(office, bot.api, log);
  const intake = openIntake({ office, log, api: bot.api, kick: () => {} }, bot.botInfo);
  const feed = by === 'webhook' ? openWebhook(bot, log) : openPolling(bot, db, intake, log);
  return {
    owner,
    telegram,
    feed,
    /** Sends what is due; the number of messages. */
    send,
    /** Time passes, and what is due then is done and sent. */
    pass: async (ms: number): Promise<number> => {
      wallMs += ms;
      await sweep(office, (err) => log.error({ err }, 'a due step failed'));
      return send();
    },
    /** A moment between two updates. */
    tick: (ms: number) => {
      wallMs += ms;
    },
    /** The business day, YYYY-MM-DD. */
    today: () => office.work({ pairs: [] }, async ({ now }) => now.toISODate()!),
    /** Until the morning of the next day that is not a Sunday. */
    untilMorning: () => {
      const now = DateTime.fromMillis(wallMs, { zone: 'Asia/Ho_Chi_Minh' });
      return (
        now
          .plus({ days: now.weekday === 6 ? 2 : 1 })
          .set({ hour: 8, minute: 0 })
          .toMillis() - wallMs
      );
    },
    close: async () => {
      await feed.stop();
      await telegram.close();
      await Promise.all([db.close(), owner.end({ timeout: 5 })]);
    },
  };
}

/** The real delivery, without a queue before it and a limit on it. */
function sender(
  office: Office,
  api: Parameters<typeof deliver>[0]['api'],
  log: Parameters<typeof deliver>[0]['log'],
) {
  let sent = 0;
  return async (): Promise<number> => {
    sent = 0;
    await deliver({
      office,
      api,
      log,
      budget: unlimitedBudget,
      lines: openLines(1, true, () => {}),
      pace: { ready: async () => {}, run: (one) => one() },
      owner: 'fuzz',
      batch: 100,
      count: {
        sent: () => {
          sent += 1;
        },
        failed: () => {},
        tooMany: () => {},
      },
      isStopping: () => false,
    });
    return sent;
  };
}

function readLine(line: string): LogLine {
  const { level, msg, err, failure } = JSON.parse(line) as {
    level: number;
    msg: string;
    err?: { stack?: string; cause?: { stack?: string } };
    failure?: object;
  };
  const stack = [err?.stack, err?.cause?.stack].filter(Boolean).join('\n  because ');
  return { level, msg, stack: stack || JSON.stringify(failure ?? {}) };
}

/** Levels of the log from which a line says that something is a bug. */
export const BUG_LEVEL = pino.levels.values.error!;
