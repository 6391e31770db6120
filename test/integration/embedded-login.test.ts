import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../db/embedded.ts';
import { readLogin } from '../../db/login.ts';
import { MigrationError, migrateDatabase } from '../../db/migrate.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { withDatabase } from '../support/global-setup.ts';
import { type Program, runMain, runProgram } from '../support/run-program.ts';

// A server of its own: who may log in belongs to the whole server, and another test's is not to be touched.
let dataDir: string;
let home: string;
let sim: Simulator;
const running: Program[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-login-'));
  chmodSync(dataDir, 0o755);
  sim = await startSimulator({ limits: false });
});
afterAll(async () => {
  for (const program of running) program.signal('SIGKILL');
  await sim.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function as<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const withServer = async (work: (server: Awaited<ReturnType<typeof startEmbedded>>) => Promise<void>) => {
  const server = await startEmbedded({ dataDir });
  const moved = join(dataDir, 'MOVED');
  home = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : dataDir;
  try {
    await work(server);
  } finally {
    await server.stop();
  }
};

type Session = { user: string; name: string };

const sessionsOf = (url: string) =>
  as(
    url,
    (sql) => sql<Session[]>`
      select usename as user, application_name as name from pg_stat_activity
      where backend_type = 'client backend' and usename is not null and pid <> pg_backend_pid()`,
  );

const ALL_OF_IT = ['phoihop_app: phoi-hop', 'phoihop_app: phoi-hop queue'];

/** Starts the program and waits until it, with its queue, is all that is logged in: sessions of the start may need a moment to leave. */
async function logsInAlone(ownerUrl: string, env: Record<string, string>, sessions = ALL_OF_IT) {
  const program = runMain({ TELEGRAM_API_ROOT: sim.url, ...env });
  running.push(program);
  await program.said('"msg":"started"');
  // What waits for jobs of one kind may have taken on the name of the kind.
  const nameOf = (name: string) => name.replace(/^phoi-hop-.+/, 'phoi-hop queue');
  const look = async () =>
    [...new Set((await sessionsOf(ownerUrl)).map(({ user, name }) => `${user}: ${nameOf(name)}`))].sort();
  await expect.poll(look, { timeout: 20_000 }).toEqual(sessions);
  program.signal('SIGTERM');
  expect(await program.ended()).toBe(0);
  return program;
}

test(
  'the program logs in to the embedded Postgres as a user who may nothing but its tables, its password closed to others',
  () =>
    withServer(async ({ url, loginUrl }) => {
      const program = await logsInAlone(url, { DATABASE_URL: '', DATA_DIR: dataDir });
      expect(program.printed()).not.toContain('may do more');
      expect(await as(loginUrl, readLogin)).toEqual({ user: 'phoihop_app', beyond: [] });
      expect((statSync(join(home, 'app-password')).mode & 0o777).toString(8)).toBe('600');
      expect(new URL(loginUrl).password).toMatch(/^[0-9a-f]{48}$/);
      expect(new URL(loginUrl).password).not.toBe(new URL(url).password);
    }),
  120_000,
);

test('a data folder that an older version made gets the login at its next start, and rights that were added since go', async () => {
  await withServer(({ url }) =>
    as(url, async (sql) => {
      await sql`alter role phoihop_app nologin createdb bypassrls password null`;
      rmSync(join(home, 'app-password'));
    }),
  );
  await withServer(async ({ url, loginUrl }) => {
    await logsInAlone(url, { DATABASE_URL: '', DATA_DIR: dataDir });
    expect(await as(loginUrl, readLogin)).toEqual({ user: 'phoihop_app', beyond: [] });
  });
}, 120_000);

test(
  'the login reads and writes, and neither makes, owns nor empties anything, nor reads the other files of the server',
  () =>
    withServer(async ({ loginUrl }) => {
      for (const refused of [
        'create table public.mine (id int)',
        'create schema mine',
        'create database mine',
        'create role mine',
        'truncate audit_entry',
        'alter table audit_entry disable trigger all',
        'drop table outbox',
        'set role phoihop',
        "set session_replication_role = 'replica'",
        "copy outbox to program 'cat'",
        "select pg_read_file('postgresql.conf')",
      ])
        await expect(
          as(loginUrl, (sql) => sql.unsafe(refused)),
          refused,
        ).rejects.toMatchObject({ code: '42501' });
    }),
  60_000,
);

/** The lines of "The database's two users" in docs/operations.md. */
function lines(): string[] {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf("## The database's two users"));
  return /```sql\n([\s\S]+?)```/.exec(section)![1]!.split('\n').filter(Boolean);
}

describe('on a server that somebody else keeps', () => {
  test(
    'two users, made by the lines of the operations page: the owner migrates, the program logs in as the other',
    () =>
      withServer(async ({ url }) => {
        const server = withDatabase(url, 'postgres');
        await as(server, (sql) => sql.unsafe('drop database phoihop with (force)'));
        await as(server, (sql) => sql.unsafe('drop role phoihop_app'));
        for (const line of lines()) await as(server, (sql) => sql.unsafe(line));
        const addressOf = (user: string, password: string) => {
          const address = new URL(withDatabase(url, 'phoihop'));
          address.username = user;
          address.password = password;
          return address.href;
        };
        const owner = addressOf('phoihop_owner', 'first password');
        const login = addressOf('phoihop_app', 'second password');
        const alone = runMain({ TELEGRAM_API_ROOT: sim.url, DATABASE_URL: login });
        expect(await alone.ended()).toBe(1);
        expect(alone.complaints()).toMatch(
          /^DATABASE_OWNER_URL: the database is to be brought up to date, which phoihop_app may not do\..*\n$/,
        );
        const both = { DATABASE_URL: login, DATABASE_OWNER_URL: owner };
        const program = await logsInAlone(url, both);
        expect(program.printed()).not.toMatch(/may do more|"level":[45]0/);

        // Up to date, the program needs the owner's address no more.
        await logsInAlone(url, { DATABASE_URL: login });

        const file = join(dataDir, 'backup.jsonl.gz');
        const admin = async (env: Record<string, string>, ...line: string[]) => {
          const words = ['--import', 'tsx', 'src/admin/main.ts', ...line, '--lang', 'en'];
          const program = runProgram(process.execPath, words, { BOT_TOKEN: sim.token, ...env });
          return { code: await program.ended(), said: program.printed() };
        };
        expect((await admin(both, 'backup', file, '--plain')).code).toBe(0);
        await as(server, (sql) => sql.unsafe('drop database phoihop with (force)'));
        await as(server, (sql) => sql.unsafe('create database phoihop owner phoihop_owner'));
        expect((await admin(both, 'restore', file, '--plain')).code).toBe(0);

        const swapped = runMain({
          TELEGRAM_API_ROOT: sim.url,
          DATABASE_URL: owner,
          DATABASE_OWNER_URL: owner,
        });
        expect(await swapped.ended()).toBe(1);
        expect(swapped.complaints()).toMatch(
          /^DATABASE_URL: the user "phoihop_owner" may do more than the program needs \(owner of the tables\)\. .*\n$/,
        );
      }),
    180_000,
  );

  test(
    'an owner alone still starts the program, which takes the role on and warns in one line at each start',
    () =>
      withServer(async ({ url }) => {
        const owners = ALL_OF_IT.map((one) => one.replace('phoihop_app', 'phoihop'));
        const program = await logsInAlone(url, { DATABASE_URL: withDatabase(url, 'phoihop') }, owners);
        const warned = program
          .printed()
          .split('\n')
          .filter((line) => line.includes('may do more'));
        expect(warned).toHaveLength(1);
        expect(JSON.parse(warned[0]!)).toMatchObject({
          level: 40,
          msg: expect.stringMatching(/^DATABASE_URL: the user "phoihop" may do more .*superuser/),
        });
      }),
    60_000,
  );

  test(
    'an owner who may make users gives the login its password from DATABASE_URL; one that somebody set stays',
    () =>
      withServer(async ({ url }) => {
        const name = `two_${randomBytes(4).toString('hex')}`;
        await as(url, (sql) => sql.unsafe(`create database ${name}`));
        const owner = withDatabase(url, name);
        const login = new URL(owner);
        login.username = 'phoihop_app';
        login.password = 'mật khẩu'; // as an operator may choose it
        await as(url, (sql) => sql`alter role phoihop_app nologin`);
        await migrateDatabase({ url: owner, login: login.href });
        expect(await as(login.href, readLogin)).toEqual({ user: 'phoihop_app', beyond: [] });
        const other = new URL(login);
        other.password = 'another';
        await migrateDatabase({ url: owner, login: other.href });
        expect(await as(login.href, readLogin)).toMatchObject({ user: 'phoihop_app' });
      }),
    60_000,
  );

  test(
    'a role for the program that may more than its tables is refused in one line',
    () =>
      withServer(async ({ url }) => {
        for (const right of ['bypassrls', 'createrole', 'createdb', 'replication', 'superuser']) {
          await as(url, (sql) => sql.unsafe(`alter role phoihop_app ${right}`));
          const refused = await migrateDatabase({ url }).catch((error: unknown) => error);
          expect(refused, right).toBeInstanceOf(MigrationError);
          await as(url, (sql) => sql.unsafe(`alter role phoihop_app no${right}`));
        }
      }),
    60_000,
  );
});
