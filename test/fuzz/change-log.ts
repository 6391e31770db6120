import type { Sql } from 'postgres';

/** One row that a transaction changed, as a trigger saw it: what it says now, or said before it was deleted. */
export type Change = {
  txid: string;
  table: string;
  op: 'INSERT' | 'UPDATE' | 'DELETE';
  row: Row;
  /** Columns that changed, of an update. */
  columns: string[];
};

/** As Postgres writes it as JSON: numbers, texts, null; names of columns. */
export type Row = Record<string, unknown>;

/** The rows that nobody owns: budgets, and what the log itself writes. */
const LEFT_OUT = ['fuzz_change', 'rate_bucket'];

/** From now on every change of a row is noted with its transaction, whoever makes it; a throwaway database only. */
export async function startChangeLog(owner: Sql): Promise<void> {
  await owner.unsafe(`
    create table fuzz_change (
      id bigint primary key generated always as identity, txid text, tbl text, op text, old jsonb, new jsonb);
    create function fuzz_note() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
      insert into fuzz_change (txid, tbl, op, old, new) values (pg_current_xact_id()::text, tg_table_name, tg_op,
        case when tg_op = 'INSERT' then null else to_jsonb(old) end,
        case when tg_op = 'DELETE' then null else to_jsonb(new) end);
      return null;
    end $$;
    do $$
    declare t text;
    begin
      for t in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      loop
        if t <> all (array[${LEFT_OUT.map((name) => `'${name}'`).join(',')}]) then
          execute format('create trigger fuzz_note after insert or update or delete on %I
            for each row execute function fuzz_note()', t);
        end if;
      end loop;
    end $$;`);
}

type Noted = { txid: string; tbl: string; op: Change['op']; old: Row | null; new: Row | null };

/** What was noted since the last time, in order. */
export async function takeChanges(owner: Sql): Promise<Change[]> {
  const rows = await owner<Noted[]>`with taken as (delete from fuzz_change returning *)
    select txid, tbl, op, old, new from taken order by id`;
  return rows.map(({ txid, tbl, op, old, new: fresh }) => ({
    ...{ txid, table: tbl, op, row: fresh ?? old! },
    columns: old && fresh ? Object.keys(fresh).filter((name) => !isSame(old[name], fresh[name])) : [],
  }));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
