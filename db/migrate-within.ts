import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { TransactionSql } from 'postgres';
import { LOCK, MIGRATIONS } from './migrate.ts';

/** The migrations that this program knows, by their hashes, oldest first. */
export const knownMigrations = (): string[] =>
  readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ hash }) => hash);

/**
 * Brings the database up to the migration of this hash, which must be known, within the caller's transaction: given up with it. False: the
 * database is beyond that one. The program's role must be there; what it may do is granted by `migrateDatabase`.
 */
export async function migrateWithin(tx: TransactionSql, hash: string): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(${LOCK})`;
  // As drizzle makes it: it goes on from here.
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const wanted = known.slice(0, known.findIndex((one) => one.hash === hash) + 1);
  const [row] = await tx`select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations`;
  if (wanted.length === 0 || row!.at > wanted.at(-1)!.folderMillis) return false;
  for (const { sql, hash: one, folderMillis } of wanted.filter(({ folderMillis: at }) => at > row!.at)) {
    for (const statement of sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${one}, ${folderMillis})`;
  }
  return true;
}
