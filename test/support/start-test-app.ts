import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { redisUrlForTests } from './redis.ts';

export type TestApp = { app: App; sim: Simulator; base: TestDatabase; config: Config; stop(): Promise<void> };

/** The real program against the simulator, on a database of its own; limits off unless asked for. */
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
  const app = await startApp(config, base.url, createLogger({ level: config.logLevel }));
  return {
    app,
    sim,
    base,
    config,
    stop: async () => {
      await app.stop();
      await sim.close();
      await base.close();
    },
  };
}
