import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, isTransient, openDatabase, type Tx } from '../../db/client.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

const ALL = { pairs: 'all' } as const;

let at: TestDatabase;
let wire: Wire;
let db: Database;
beforeAll(async () => {
  at = await makeTestDatabase();
  await at.ownerSql`create table loss (id int primary key)`;
  wire = await openWire(at.url);
  db = await openDatabase({ url: wire.url, max: 4 });
});
afterAll(async () => {
  await db.close();
  wire.close();
  await at.close();
});
beforeEach(() => at.ownerSql`delete from loss`);

type Wire = { url: string; cut(how: 'closed' | 'reset'): void; close(): void };

/** A relay in front of the server, whose connections can be cut the two ways a network does it. */
async function openWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const near = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(Number(port), hostname);
    near.add(client);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
    client.on('close', () => near.delete(client));
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const through = new URL(url);
  through.port = String((relay.address() as AddressInfo).port);
  return {
    url: through.href,
    cut: (how) => {
      for (const socket of near) how === 'reset' ? socket.resetAndDestroy() : socket.destroy();
    },
    close: () => {
      for (const socket of near) socket.destroy();
      relay.close();
    },
  };
}

const insert = (tx: Tx, id: number) => tx.execute(sql`insert into loss values (${id})`);
const kept = async () => (await at.ownerSql`select id from loss order by id`).map(({ id }) => id);
const pidOf = async (tx: Tx) => Number((await tx.execute(sql`select pg_backend_pid() as pid`))[0]!.pid);
const pause = () => new Promise((resolve) => setTimeout(resolve, 30));

const HOWS = ['closed', 'reset', 'server stops'] as const;
const WHENS = [
  'in a query',
  'between two queries',
  'in a savepoint',
  'between the queries of a savepoint',
] as const;

test.each(HOWS.flatMap((how) => WHENS.map((when) => [how, when] as const)))(
  'a connection that is lost (%s) %s loses its transaction, whole, and nothing but it',
  async (how, when) => {
    const lose = async (pid: number) => {
      if (how === 'server stops') await at.ownerSql`select pg_terminate_backend(${pid}, 5000)`;
      else wire.cut(how);
    };
    const sleep = (tx: Tx) => tx.execute(sql`select pg_sleep(2)`);
    const failing = db.tx(ALL, async (tx) => {
      await insert(tx, 1);
      const pid = await pidOf(tx);
      const losing = pause().then(() => lose(pid));
      if (when === 'in a query') await sleep(tx).catch(() => {});
      if (when === 'in a savepoint') await tx.transaction(sleep).catch(() => {});
      if (when === 'between the queries of a savepoint') {
        const nested = tx.transaction(async (inner) => {
          await insert(inner, 5);
          await losing;
          await pause();
          await insert(inner, 6);
        });
        await nested.catch(() => {});
      }
      await insert(tx, 2).catch(() => {});
      await losing;
      // By now the pool has connected anew: a query that slipped out would be kept on its own.
      await at.db.tx(ALL, () => pause());
      await insert(tx, 3);
    });
    const error = await failing.catch((reason: unknown) => reason);
    expect(isTransient(error)).toBe(true);
    await db.tx(ALL, (tx) => insert(tx, 4));
    expect(await kept()).toEqual([4]);
  },
);

test('sql.begin is as safe as tx', async () => {
  const lost = db.sql.begin(async (client) => {
    await client`insert into loss values (1)`;
    wire.cut('reset');
    await pause();
    await client`insert into loss values (2)`;
  });
  await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  const [row] = await db.sql.begin((client) => client`select ${1}::int + 1 as two`);
  expect(row).toEqual({ two: 2 });
  expect(await kept()).toEqual([]);
});
