import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { redisUrlForTests } from './redis.ts';
import { beginAtStart } from './start-day.ts';

export type TestApp = {
  /** The process that runs now. */
  app: App;
  sim: Simulator;
  base: TestDatabase;
  config: Config;
  /** The process ends and another begins, on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

type Options = Partial<Config> & { limits?: boolean; base?: TestDatabase; sim?: Simulator };

/** The real program against the simulator, on a database of its own at START unless they are given; limits off unless asked for. */
export async function startTestApp(options: Options = {}): Promise<TestApp> {
  const {
    limits = false,
    base = await databaseAtStart(),
    sim = await startSimulator({ limits }),
    ...given
  } = options;
  const config: Config = {
    botToken: sim.token,
    telegramApiRoot: sim.url,
    databaseUrl: base.url,
    redisUrl: redisUrlForTests(),
    webhook: undefined,
    publicUrl: undefined,
    port: 0,
    roles: ['bot', 'worker', 'web'],
    dataDir: '',
    logLevel: 'error',
    devClock: true,
    rateLimit: limits ? 28.8 : 0,
    retentionDays: 365,
    heartbeat: { url: undefined, seconds: 60, operatorChatId: undefined },
    backup: { passphrase: undefined, recipients: [] },
    ...given,
  };
  const start = () => startApp(config, base.url, createLogger({ level: config.logLevel }));
  const t: TestApp = {
    app: await start(),
    sim,
    base,
    config,
    restart: async () => {
      await t.app.stop();
      t.app = await start();
    },
    stop: async () => {
      await t.app.stop();
      await sim.close();
      await base.close();
    },
  };
  return t;
}

async function databaseAtStart(): Promise<TestDatabase> {
  const base = await makeTestDatabase();
  await beginAtStart(openOffice(base.db));
  return base;
}
