import type { Sql } from 'postgres';

/** Building an index once is many times quicker than a million insertions; those behind constraints stay. */
export async function withoutIndexes(sql: Sql, tables: string[], fill: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; line: string }[]>`
    select indexname as name, indexdef as line from pg_indexes where schemaname = 'public' and tablename = any (${tables})
      and not exists (select from pg_constraint where conname = indexname)`;
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`);
  await fill();
  for (const { line } of indexes) await sql.unsafe(line);
}
