import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { MigrationError, migrateDatabase } from '../../db/migrate.ts';
import { withDatabase } from '../support/global-setup.ts';

let server: Sql;
let name: string;
let url: string;

beforeEach(async () => {
  server = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  name = `phoihop_test_${randomBytes(6).toString('hex')}`;
  url = withDatabase(inject('serverUrl'), name);
  await server`create database ${server(name)}`;
});
afterEach(async () => {
  await server`drop database if exists ${server(name)} with (force)`;
  await server`drop role if exists ${server(name)}`;
  await server.end();
});

async function asOwner<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** A user of the server with the rights given, the owner of the test's database; the address to connect as them. */
async function asUser(rights: string): Promise<string> {
  await server.unsafe(`create role ${name} login password 'secret' nosuperuser ${rights}`);
  await server.unsafe(`alter database ${name} owner to ${name}`);
  const address = new URL(url);
  address.username = name;
  address.password = 'secret';
  return address.href;
}

test('several processes may migrate one database at once, and again later', async () => {
  await Promise.all([migrateDatabase({ url }), migrateDatabase({ url }), migrateDatabase({ url })]);
  await migrateDatabase({ url });
  const [row] = await asOwner(
    (sql) =>
      sql`select count(*)::int as all, count(distinct hash)::int as different from drizzle.__drizzle_migrations`,
  );
  expect(row!.all).toBeGreaterThan(0);
  expect(row!.different).toBe(row!.all);
});

test('the app role reads and writes the tables, and neither empties nor owns them', async () => {
  await asOwner((sql) => sql`create table plain (id serial primary key)`);
  await migrateDatabase({ url });
  const [row] = await asOwner(
    (sql) => sql`
      select has_table_privilege('phoihop_app', 'plain', 'select, insert, update, delete') as writes,
        bool_or(has_table_privilege('phoihop_app', c.oid, 'truncate')) as empties,
        bool_or(pg_get_userbyid(c.relowner) = 'phoihop_app') as owns, count(*)::int as tables
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  expect(row).toMatchObject({ writes: true, empties: false, owns: false });
  expect(row!.tables).toBeGreaterThan(2);
  const db = await openDatabase({ url, role: 'phoihop_app' });
  await db.sql`insert into plain default values`;
  await expect(db.sql`truncate plain`).rejects.toMatchObject({ code: '42501' });
  await db.close();
});

test('a table whose migration named the role keeps the rights it was given there', async () => {
  await asOwner((sql) => sql`create table append_only (id int)`);
  await asOwner((sql) => sql`grant select, insert on append_only to phoihop_app`);
  await migrateDatabase({ url });
  const [row] = await asOwner(
    (sql) => sql`
      select has_table_privilege('phoihop_app', 'append_only', 'insert') as adds,
        has_table_privilege('phoihop_app', 'append_only', 'update') as changes`,
  );
  expect(row).toEqual({ adds: true, changes: false });
});

test('a user who may not take the role on is told the line that an administrator must run, and it works', async () => {
  const address = await asUser('nocreaterole');
  const line = `GRANT phoihop_app TO ${name};`;
  await expect(migrateDatabase({ url: address })).rejects.toThrow(line);
  await server.unsafe(line);
  await migrateDatabase({ url: address });
  const db = await openDatabase({ url: address, role: 'phoihop_app' });
  expect(await db.sql`select current_user as who`).toEqual([{ who: 'phoihop_app' }]);
  await db.close();
});

test('a user who may not make tables is told the line that an administrator must run, and it works', async () => {
  const address = await asUser('nocreaterole');
  await server.unsafe(`alter database ${name} owner to current_user`);
  await server.unsafe(`grant phoihop_app to ${name}`);
  const line = `ALTER DATABASE ${name} OWNER TO ${name};`;
  await expect(migrateDatabase({ url: address })).rejects.toThrow(line);
  await server.unsafe(line);
  await migrateDatabase({ url: address });
});

test('a database that a newer version migrated is left alone', async () => {
  await migrateDatabase({ url });
  await asOwner(
    (sql) => sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );
  const refused = await migrateDatabase({ url }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MigrationError);
  expect(String(refused)).toContain('newer version');
});
