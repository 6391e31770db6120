import { startEmbedded } from '../../db/embedded.ts';

/** A process of its own for the tests of the embedded Postgres: starts (folder, or none: throwaway), says so, stops at a line of input. */
const dataDir = process.argv[2];
const embedded = await startEmbedded(dataDir ? { dataDir } : { throwaway: true });
process.stdout.write(`${JSON.stringify({ url: embedded.url, started: embedded.started })}\n`);
process.stdin.once('data', async () => {
  await embedded.stop();
  process.exit(0);
});
