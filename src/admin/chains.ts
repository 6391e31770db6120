import type { TransactionSql } from 'postgres';
import { type ChainEntry, type ChainVerdict, type KeptValue, verifyChain } from '../domain/audit-chain.ts';
import { groupBy } from '../usecases/import-org-change.ts';

/** One audit chain and whether it holds; `pair` null: the system's. */
export type ChainReport = { name: string; pair: string | null; verdict: ChainVerdict };

/** `pair`: one chain only, `system` for the system's. `head`: one that went out in a message; its hash may be shortened. */
export type ChainQuestion = { pair?: string; head?: { seq: number; hash: string } };

type Chain = { id: number; name: string; pair: string | null; seq: string; hash: string };

/** Verifies the chains entry by entry, to the head that the database keeps beside them. Needs sight of all pairs. */
export async function verifyChains(
  tx: TransactionSql,
  { pair, head }: ChainQuestion = {},
): Promise<ChainReport[]> {
  const chains = await tx<Chain[]>`
    select c.id, c.name, p.key as pair, c.seq, c.hash from audit_chain c left join pair p on p.id = c.pair_id order by c.id`;
  const reports: ChainReport[] = [];
  for (const chain of chains.filter((one) => pair === undefined || (one.pair ?? 'system') === pair))
    reports.push({ name: chain.name, pair: chain.pair, verdict: await verifyOne(tx, chain, head) });
  return reports;
}

async function verifyOne(
  tx: TransactionSql,
  chain: Chain,
  sought: ChainQuestion['head'],
): Promise<ChainVerdict> {
  const head = sought && { seq: sought.seq, hash: await lengthen(tx, chain.id, sought) };
  const verdict = await verifyChain(entriesOf(tx, chain), { chain: chain.name, ...(head && { head }) });
  const kept = Number(chain.seq);
  if (!verdict.ok || (verdict.count === kept && (verdict.head?.hash ?? chain.hash) === chain.hash))
    return verdict;
  return {
    ok: false,
    seq: Math.min(verdict.count, kept) + (verdict.count === kept ? 0 : 1),
    why: 'head-not-found',
  };
}

async function lengthen(
  tx: TransactionSql,
  id: number,
  { seq, hash }: { seq: number; hash: string },
): Promise<string> {
  const [row] = await tx<
    { hash: string }[]
  >`select hash from audit_entry where chain_id = ${id} and seq = ${seq}`;
  return row?.hash.startsWith(hash) ? row.hash : hash;
}

const PAGE = 500;

type EntryRow = { seq: string; at: string; type: string; body: string; prevHash: string; hash: string };
type ValueRow = KeptValue & { seq: string };

async function* entriesOf(tx: TransactionSql, { id, name }: Chain): AsyncGenerator<ChainEntry> {
  for (let after = 0; ; ) {
    const rows = await tx<EntryRow[]>`
      select seq, at, type, body, prev_hash as "prevHash", hash from audit_entry
      where chain_id = ${id} and seq > ${after} order by seq limit ${PAGE}`;
    if (rows.length === 0) return;
    const last = Number(rows.at(-1)!.seq);
    const values = await tx<ValueRow[]>`
      select seq, field, salt, value from audit_value where chain_id = ${id} and seq > ${after} and seq <= ${last}`;
    const valuesOf = groupBy(values, (value) => value.seq);
    for (const row of rows)
      yield { ...row, chain: name, seq: Number(row.seq), values: valuesOf.get(row.seq) ?? [] };
    after = last;
  }
}
