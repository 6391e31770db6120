import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { createLogger } from '../../src/log.ts';
import type { DemoApp } from './demo-app.ts';
import { TEMPLATE } from './demo-database.ts';
import { type Playground, startPlayground } from './playground/start-playground.ts';
import { STORY } from './story.ts';

const PORT = 3000;

const log = createLogger({ level: 'warn', destination: process.stderr });
let server: Embedded | undefined;
let app: DemoApp | undefined;
let playground: Playground | undefined;
let isStopping = false;

// Each time: a terminal and npm may both send the same Ctrl-C.
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  const port = Number(process.env.PORT || PORT);
  // The program is loaded while Postgres is being made: each takes seconds.
  const [started, { DemoApp }] = await Promise.all([
    startEmbedded({ throwaway: true, database: TEMPLATE }),
    import('./demo-app.ts'),
  ]);
  server = started;
  app = await DemoApp.prepare(server, log);
  playground = await open(app, port);
  await app.begin(playground.sim, 'vi');
  await playground.ready();
  process.stdout.write(
    `Phối Hợp · mở trang này · open this page: http://localhost:${new URL(playground.url).port}\n`,
  );
} catch (error) {
  if (!isStopping) process.stderr.write(`${explain(error)}\n`);
  await stop(1);
}

function open(demo: DemoApp, port: number): Promise<Playground> {
  const made = startPlayground({
    simulator: { port, limits: false, botName: 'Phối Hợp', now: () => demo.now().toMillis() },
    clock: demo.clock,
    reset: async (language) => demo.begin((await made).sim, language),
    speak: (language) => demo.speak(language),
    cast: () => demo.cast(),
    pace: Number(process.env.DEMO_PACE || 1),
    story: { ...STORY, onFailure: (cause) => process.stderr.write(`${explain(cause)}\n`) },
  });
  return made;
}

function explain(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE') return stack ?? message ?? String(error);
  return 'Cổng này đang có chương trình khác dùng. · This port is in use. PORT=3001 npm run demo';
}

/** Leaves no process behind. */
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await playground?.close();
  await app?.end();
  await server?.stop();
  process.exit(code);
}
