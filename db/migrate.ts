import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { connect, sqlState } from './client.ts';
import { APP_ROLE, giveLogin, isAppLogin } from './login.ts';

export { APP_ROLE } from './login.ts';

/** The folder of the migrations. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Held while migrating. */
export const LOCK = 7_204_110_226; // any number that no other program on the server is likely to take

/** A database that cannot be brought up to date; the message says what an administrator must do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** The owner's connection failed while the program has one of its own; `cause` says how. */
export class OwnerNotReached extends Error {
  override name = 'OwnerNotReached';
}

/** The server's version, the newest migration by name, and how many were applied just now. */
export type Migrated = { server: string; newest: string; applied: number };

/**
 * Brings the database up to date, forward only, as the user of `url`, its owner; safe to call from several processes at once; throws
 * MigrationError. A user who may make nothing is let through where nothing is left to do. `login`: the address that the program itself
 * will use; where it names the program's role and that role cannot log in yet, it gets the password of this address.
 */
export async function migrateDatabase({ url, login }: { url: string; login?: string }): Promise<Migrated> {
  const sql = connect({ url, max: 1, applicationName: 'phoi-hop migrate' });
  try {
    const server = await requireVersion(sql);
    const ready = await readyWithout(sql);
    if (ready) return { server, ...ready };
    await sql`select pg_advisory_lock(${LOCK})`;
    // The owner is under row-level security as well.
    await sql`select set_config('app.pairs', '*', false)`;
    await ensureRole(sql);
    if (login !== undefined && isAppLogin(login)) await ensureLogin(sql, login);
    const migrated = await runMigrations(sql);
    await grantTables(sql);
    return { server, ...migrated };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes the server ready for a database of ours, without a table in it; throws MigrationError. */
export async function prepareServer(sql: Sql): Promise<void> {
  await requireVersion(sql);
  await ensureRole(sql);
}

async function requireVersion(sql: Sql): Promise<string> {
  const [row] = await sql`
    select current_setting('server_version_num')::int as number, version() as text,
      split_part(current_setting('server_version'), ' ', 1) as short`;
  if (row!.number < 150_000) {
    throw new MigrationError(`Postgres 15 or newer is needed; this server says: ${row!.text}`);
  }
  return row!.short;
}

/** What a user who may make nothing here finds; undefined: somebody who may, whose work the migrations are. */
async function readyWithout(sql: Sql): Promise<Omit<Migrated, 'server'> | undefined> {
  const [row] = await sql`
    select current_user as "user", has_database_privilege(current_database(), 'create') as makes`;
  if (row!.makes) return undefined;
  const { entries, newest } = readJournal();
  const applied = await newestApplied(sql).catch((error: unknown) => {
    if (sqlState(error) === '42501') return 0;
    throw error;
  });
  if (applied >= newest) return { newest: requireKnown(applied, newest, entries), applied: 0 };
  if (row!.user !== APP_ROLE) return undefined;
  throw new MigrationError(
    `DATABASE_OWNER_URL: the database is to be brought up to date, which ${APP_ROLE} may not do. Set DATABASE_OWNER_URL to the owner's address for this start: docs/operations.md, "The database's two users".`,
  );
}

type Entry = { when: number; tag: string };

function readJournal(): { entries: Entry[]; newest: number } {
  const journal = join(MIGRATIONS, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: Entry[] };
  return { entries, newest: Math.max(0, ...entries.map((entry) => entry.when)) };
}

function requireKnown(applied: number, newest: number, entries: Entry[]): string {
  if (applied <= newest) return entries.at(-1)?.tag ?? 'none';
  throw new MigrationError(
    'The database was migrated by a newer version of this program; start that version.',
  );
}

async function runMigrations(sql: Sql): Promise<Omit<Migrated, 'server'>> {
  const { entries, newest } = readJournal();
  const applied = await newestApplied(sql);
  const tag = requireKnown(applied, newest, entries);
  try {
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    return {
      newest: tag,
      applied: entries.filter(({ when }) => when > applied).length,
    };
  } catch (error) {
    throw sqlState(error) === '42501' ? await teachOwnership(sql, error) : error;
  }
}

async function teachOwnership(sql: Sql, cause: unknown): Promise<MigrationError> {
  const [row] = await sql`
    select current_user as "user", format('ALTER DATABASE %I OWNER TO %I', current_database(), current_user) as line`;
  const message = `The database user "${row!.user}" may not make tables here. An administrator of the server must run once: ${row!.line};`;
  return new MigrationError(message, { cause });
}

async function newestApplied(sql: Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table!.exists) return 0;
  const [row] =
    await sql`select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations`;
  return row!.at;
}

// Roles belong to the whole server, the advisory lock to one database: another database's migration may run beside this one.
async function ensureRole(sql: Sql): Promise<void> {
  const [role] = await sql`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as above
    from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.above) {
    throw new MigrationError(
      `The role ${APP_ROLE} may do more than the program needs. An administrator must run: ` +
        `ALTER ROLE ${APP_ROLE} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;`,
    );
  }
  if (!role) await asAdministrator(sql, `CREATE ROLE ${APP_ROLE} NOLOGIN`);
  if (!(await canTakeRole(sql))) await asAdministrator(sql, await grantRoleLine(sql));
}

/** Only one that cannot log in yet: a password that somebody set stays. */
async function ensureLogin(sql: Sql, login: string): Promise<void> {
  const [role] = await sql`select rolcanlogin as can from pg_roles where rolname = ${APP_ROLE}`;
  if (role!.can) return;
  try {
    await giveLogin(sql, decodeURIComponent(new URL(login).password));
  } catch (error) {
    if (sqlState(error) !== '42501') throw error;
    throw new MigrationError(
      await lesson(sql, `ALTER ROLE ${APP_ROLE} LOGIN PASSWORD 'the one in DATABASE_URL'`),
      { cause: error },
    );
  }
}

async function grantRoleLine(sql: Sql): Promise<string> {
  const [row] = await sql`select format('GRANT %I TO %I', ${APP_ROLE}::text, current_user) as line`;
  return row!.line;
}

// Tried, not looked up: from Postgres 16 on a member may lack the right to SET ROLE.
async function canTakeRole(sql: Sql): Promise<boolean> {
  try {
    await sql.begin((tx) => tx.unsafe(`set local role ${APP_ROLE}`));
    return true;
  } catch (error) {
    if (sqlState(error) === '42501') return false;
    throw error;
  }
}

async function asAdministrator(sql: Sql, line: string, tries = 10): Promise<void> {
  try {
    await sql.unsafe(line);
  } catch (error) {
    const code = sqlState(error);
    if (code === '42501') throw new MigrationError(await lesson(sql, line), { cause: error });
    if (code === '42710' || (code === '23505' && line.startsWith('CREATE'))) return;
    // XX000 "tuple concurrently updated", 23505: the same line from another database's migration
    if ((code !== 'XX000' && code !== '23505') || tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await asAdministrator(sql, line, tries - 1);
  }
}

async function lesson(sql: Sql, line: string): Promise<string> {
  const [row] = await sql`select current_user as "user"`;
  const grant = await grantRoleLine(sql);
  const lines = line.startsWith('CREATE') ? `${line}; ${grant};` : `${line};`;
  return `The database user "${row!.user}" may not do this itself. An administrator of the server must run once: ${lines}`;
}

// A table is a record: only a migration that names the role grants DELETE, and such a table keeps what the migration said.
async function grantTables(sql: Sql): Promise<void> {
  const relations = await sql<{ name: string; kind: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (
        select from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = ${APP_ROLE})
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.oid`;
  await sql.unsafe(`grant usage on schema public, drizzle to ${APP_ROLE}`);
  await sql.unsafe(`grant select on drizzle.__drizzle_migrations to ${APP_ROLE}`);
  for (const { name, kind } of relations) {
    const rights = kind === 'S' ? 'usage, select on sequence' : 'select, insert, update on table';
    await sql.unsafe(`grant ${rights} ${name} to ${APP_ROLE}`);
  }
}
