import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { answerCalls } from './child.ts';

let app: App;

/** The program as main.ts starts it, with the settings given. */
const calls = {
  start: async (config: Config) => {
    app = await startApp(config, config.databaseUrl!, createLogger({ level: config.logLevel }));
    await app.reached;
  },
  /** Issues the notice by its use case; wall ms of its commit. The relay is kicked as after any update. */
  issue: async ({ inspectionId, byPerson }: { inspectionId: number; byPerson: number }) => {
    const made = await app.office.work({ pairs: 'all' }, async (work) => {
      const found = await loadCase(work, inspectionId, { lock: true });
      return issueNotice(work, found!, byPerson);
    });
    const committedAt = Date.now();
    app.kick();
    return { committedAt, requestId: made.id };
  },
  /** As after any commit. */
  kick: () => app.kick(),
  memory: () => process.memoryUsage(),
  stop: () => app.stop(),
};

export type AppCalls = typeof calls;

answerCalls(calls);
