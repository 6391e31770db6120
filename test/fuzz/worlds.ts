import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { openDatabase } from '../../db/client.ts';
import { APP_ROLE, migrateDatabase } from '../../db/migrate.ts';
import { withDatabase } from '../support/global-setup.ts';
import { startChangeLog } from './change-log.ts';
import { type FuzzWorld, seedWorld } from './world.ts';

/** A seeded world that can be copied: whoever lives in a copy uses it up. */
export type Worlds = {
  world: FuzzWorld;
  /** Runs something on a fresh copy, then drops it. */
  within<T>(run: (url: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Seeds a world on a server, in a database of its own; from then on every change of a row is noted. */
export async function openWorlds(serverUrl: string): Promise<Worlds> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const name = `phoihop_fuzz_${randomBytes(6).toString('hex')}`;
  const drop = (which: string) => server`drop database if exists ${server(which)} with (force)`;
  const world = await makeWorld();
  let copies = 0;
  return {
    world,
    within: async (run) => {
      copies += 1;
      const copy = `${name}_${copies}`;
      await server`create database ${server(copy)} template ${server(name)}`;
      try {
        return await run(withDatabase(serverUrl, copy));
      } finally {
        await drop(copy);
      }
    },
    close: async () => {
      await drop(name);
      await server.end({ timeout: 5 });
    },
  };

  async function makeWorld(): Promise<FuzzWorld> {
    await server`create database ${server(name)}`;
    const url = withDatabase(serverUrl, name);
    await migrateDatabase({ url });
    const db = await openDatabase({ url, role: APP_ROLE, max: 4 });
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const made = await seedWorld(db);
      await startChangeLog(owner);
      return made;
    } finally {
      await Promise.all([db.close(), owner.end({ timeout: 5 })]);
    }
  }
}
