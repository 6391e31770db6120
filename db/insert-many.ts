import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './client.ts';

/**
 * Inserts any number of rows in their order as one parameter: a parameter a value costs a thousand rows 300 ms of this process, and
 * Postgres takes no more than 65,535. All rows name the same columns; the others get their defaults. `skipExisting`: a row that
 * is there already stays as it is. `withIds`: gives the ids of the new rows, in their order.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  into: T,
  rows: T['$inferInsert'][],
  options: { skipExisting?: boolean; withIds?: boolean } = {},
): Promise<number[]> {
  const [first] = rows;
  if (!first) return [];
  const all = getTableColumns(into);
  const columns = Object.keys(first).map((key) => ({ key, column: all[key]! }));
  const driven = (rows as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(columns.map(({ key, column }) => [column.name, toJson(column, row[key])])),
  );
  const names = sql.join(
    columns.map(({ column }) => sql.identifier(column.name)),
    sql`, `,
  );
  const name = sql.identifier(getTableName(into));
  const made = await tx.execute<{ id: number | string }>(sql`
    insert into ${name} (${names})
    select ${names} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(driven)}::jsonb)
    ${options.skipExisting ? sql`on conflict do nothing` : sql``} ${options.withIds ? sql`returning id` : sql``}`);
  return made.map((row) => Number(row.id));
}

type Column = ReturnType<typeof getTableColumns>[string];

function toJson(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return column.dataType === 'json' || column.dataType === 'array' ? value : column.mapToDriverValue(value);
}
