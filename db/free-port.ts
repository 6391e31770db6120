import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere), so that none takes it before the server is up. */
const FROM = 20_000;
const BEFORE = 30_000;
const TRIES = 100;

/** A port of this machine that nobody listens on, for a server that cannot choose its own; rejects when there is none. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(FROM, BEFORE);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${FROM} and ${BEFORE}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
