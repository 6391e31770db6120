import type { Sql } from 'postgres';

/** The role the program's own sessions run as: owner of nothing, so that row-level security holds for it. */
export const APP_ROLE = 'phoihop_app';

/** Lets the program's role log in with this password, and takes every right from it that is not about its tables. */
export async function giveLogin(sql: Sql, password: string): Promise<void> {
  const found = await sql`select from pg_roles where rolname = ${APP_ROLE}`;
  const [row] = await sql`
    select format(${`${found.length > 0 ? 'alter' : 'create'} role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L`},
      ${APP_ROLE}::text, ${password}::text) as line`;
  await sql.unsafe(row!.line as string);
}

/** Whether DATABASE_URL names the program's role itself, which `giveLogin` can make. */
export const isAppLogin = (url: string): boolean => decodeURIComponent(new URL(url).username) === APP_ROLE;

/** The user that logged in, and what it may do beyond the program's work, in Postgres's words; a login of its own may nothing more. */
export type Login = { user: string; beyond: string[] };

/** Looks at the user of a session, whatever role it has taken on. */
export async function readLogin(sql: Sql): Promise<Login> {
  const [row] = await sql`
    select rolname as user, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, exists (
      select from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(session_user, relowner, 'member')
    ) as owns
    from pg_roles where rolname = session_user`;
  const named: [unknown, string][] = [
    [row!.rolsuper, 'superuser'],
    [row!.rolcreatedb, 'createdb'],
    [row!.rolcreaterole, 'createrole'],
    [row!.rolreplication, 'replication'],
    [row!.rolbypassrls, 'bypassrls'],
    [row!.owns, 'owner of the tables'],
  ];
  return { user: row!.user as string, beyond: named.flatMap(([holds, word]) => (holds ? [word] : [])) };
}

/** One plain line about a login that may more than it needs; undefined: it may not. */
export function excessLine({ user, beyond }: Login): string | undefined {
  if (beyond.length === 0) return undefined;
  return `DATABASE_URL: the user "${user}" may do more than the program needs (${beyond.join(', ')}). Give the program a login of its own: docs/operations.md, "The database's two users".`;
}
