import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { SimulatorOptions } from '../simulator/simulator-options.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { redisUrlForTests } from './redis.ts';
import { beginAtStart } from './start-day.ts';

export type TestApp = {
  /** The process that runs now. */
  app: App;
  sim: Simulator;
  base: TestDatabase;
  config: Config;
  /** Log lines of messages that were cut or refused for their shape: `stop` throws on any; a test that provokes them takes them out. */
  misshapen: string[];
  /** The process ends and another begins, on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

type Options = Partial<Config> &
  Pick<SimulatorOptions, 'latency'> & { limits?: boolean; base?: TestDatabase; sim?: Simulator };

/** The real program against the simulator, on a database of its own at START unless they are given; limits off unless asked for. */
export async function startTestApp(options: Options = {}): Promise<TestApp> {
  const {
    limits = false,
    latency,
    base = await databaseAtStart(),
    sim = await startSimulator({ limits, latency }),
    ...given
  } = options;
  const config: Config = {
    botToken: sim.token,
    telegramApiRoot: sim.url,
    databaseUrl: base.url,
    databaseOwnerUrl: undefined,
    redisUrl: redisUrlForTests(),
    webhook: undefined,
    publicUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    metricsHost: '127.0.0.1',
    metricsPort: 0,
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
  const misshapen: string[] = [];
  const watched = watchFor(misshapen);
  const start = async () => {
    const log = createLogger({ level: config.logLevel, destination: watched });
    const app = await startApp(config, base.url, log);
    await app.reached;
    return app;
  };
  const t: TestApp = {
    app: await start(),
    sim,
    base,
    config,
    misshapen,
    restart: async () => {
      await t.app.stop();
      t.app = await start();
    },
    stop: async () => {
      await t.app.stop();
      await sim.close();
      await base.close();
      if (misshapen.length > 0)
        throw new Error(`messages that Telegram does not take:\n${misshapen.join('')}`);
    },
  };
  return t;
}

async function databaseAtStart(): Promise<TestDatabase> {
  const base = await makeTestDatabase();
  await beginAtStart(openOffice(base.db));
  return base;
}

/** Passes the log on and keeps the lines of messages that were cut or refused: a fault, whatever was delivered instead. */
const watchFor = (found: string[]) => ({
  write(line: string): void {
    if (/"msg":"a message was (?:cut|refused)/.test(line)) found.push(line);
    process.stdout.write(line);
  },
});
