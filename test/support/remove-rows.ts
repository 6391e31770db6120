import type { Sql } from 'postgres';

/** Empties tables of records, as nothing in the product can and its database refuses: for a test that begins anew. Needs a superuser. */
export async function removeRows(ownerSql: Sql, ...tables: string[]): Promise<void> {
  await ownerSql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) await tx`delete from ${tx(table)}`;
  });
}
