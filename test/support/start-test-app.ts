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

/** The real program against the simulator, on a database of its own, at START; limits off unless asked for. */
export async function startTestApp(options: Partial<Config> & { limits?: boolean } = {}): Promise<TestApp> {
  const { limits = false, ...given } = options;
  const base = await makeTestDatabase();
  const sim = await startSimulator({ limits });
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
  await beginAtStart(openOffice(base.db));
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
