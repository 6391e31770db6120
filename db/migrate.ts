import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { connect, sqlState } from './client.ts';

/** The role the program's own sessions run as: owner of nothing, so that row-level security holds for it. */
export const APP_ROLE = 'phoihop_app';

/** The folder of the migrations. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Held while migrating. */
export const LOCK = 7_204_110_226; // any number that no other program on the server is likely to take

/** A database that cannot be brought up to date; the message says what an administrator must do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** The server's version, the newest migration by name, and how many were applied just now. */
export type Migrated = { server: string; newest: string; applied: number };

/** Brings the database of `url` up to date, forward only; safe to call from several processes at once; throws MigrationError. */
export async function migrateDatabase({ url }: { url: string }): Promise<Migrated> {
  const sql = connect({ url, max: 1, applicationName: 'phoi-hop migrate' });
  try {
    const server = await requireVersion(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureRole(sql);
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

async function runMigrations(sql: Sql): Promise<Omit<Migrated, 'server'>> {
  const journal = join(MIGRATIONS, 'meta', '_journal.json');
  if (!existsSync(journal)) return { newest: 'none', applied: 0 };
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as {
    entries: { when: number; tag: string }[];
  };
  const newest = Math.max(0, ...entries.map((entry) => entry.when));
  const applied = await newestApplied(sql);
  if (applied > newest) {
    throw new MigrationError(
      'The database was migrated by a newer version of this program; start that version.',
    );
  }
  try {
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    return {
      newest: entries.at(-1)?.tag ?? 'none',
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
  const [role] =
    await sql`select rolsuper or rolbypassrls as above from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.above) {
    throw new MigrationError(
      `The role ${APP_ROLE} may pass row-level security by. An administrator must run: ` +
        `ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS;`,
    );
  }
  if (!role) await asAdministrator(sql, `CREATE ROLE ${APP_ROLE} NOLOGIN`);
  if (!(await canTakeRole(sql))) await asAdministrator(sql, await grantRoleLine(sql));
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
  const lines = line === grant ? `${grant};` : `${line}; ${grant};`;
  return `The database user "${row!.user}" may not do this itself. An administrator of the server must run once: ${lines}`;
}

// A table whose migration already named the role keeps what the migration said: an append-only table grants no UPDATE.
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
  await sql.unsafe(`grant usage on schema public to ${APP_ROLE}`);
  for (const { name, kind } of relations) {
    const rights = kind === 'S' ? 'usage, select on sequence' : 'select, insert, update, delete on table';
    await sql.unsafe(`grant ${rights} ${name} to ${APP_ROLE}`);
  }
}
