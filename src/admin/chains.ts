import type { TransactionSql } from 'postgres';
import type { KeptValue } from '../domain/audit-chain.ts';
import {
  type ChainEntry,
  type ChainFault,
  type ChainVerdict,
  type SoughtHead,
  type SoughtSignature,
  verifyChain,
} from '../domain/verify-chain.ts';
import { groupBy } from '../usecases/group-by.ts';
import { findMissing, findUntold } from './untold.ts';

/** As the domain says it; of a file also a line that cannot be read, or its end missing. */
export type Verdict =
  | Extract<ChainVerdict, { ok: true }>
  | { ok: false; seq: number; why: ChainFault | 'unreadable' | 'cut' };

/** One audit chain and whether it holds; `pair` null: the system's. `hasHead`: it holds the head that was asked for. */
export type ChainReport = { name: string; pair: string | null; verdict: Verdict; hasHead?: boolean };

/** `pair`: one chain only, `system` for the system's. `head`: one that went out; without `pair` it may be of any chain. */
export type ChainQuestion = { pair?: string; head?: SoughtHead };

type Chain = {
  id: number;
  name: string;
  pairId: number | null;
  pair: string | null;
  seq: string;
  hash: string;
};

/**
 * Verifies the chains entry by entry, to the head that the database keeps beside them, with every head that went out and every signature;
 * names those that should be there and are not. Needs sight of all pairs.
 */
export async function verifyChains(
  tx: TransactionSql,
  { pair, head }: ChainQuestion = {},
): Promise<ChainReport[]> {
  const chains = await tx<Chain[]>`
    select c.id, c.name, c.pair_id as "pairId", p.key as pair, c.seq, c.hash
    from audit_chain c left join pair p on p.id = c.pair_id order by c.id`;
  const reports: ChainReport[] = [];
  for (const chain of chains.filter((one) => pair === undefined || (one.pair ?? 'system') === pair)) {
    const hasHead = head !== undefined && (await holds(tx, chain.id, head));
    const heads = head && (pair !== undefined || hasHead) ? [head] : [];
    reports.push({ name: chain.name, pair: chain.pair, verdict: await verifyOne(tx, chain, heads), hasHead });
  }
  return [...reports, ...(await missingReports(tx, pair))];
}

async function missingReports(tx: TransactionSql, pair: string | undefined): Promise<ChainReport[]> {
  const missing = (await findMissing(tx)).map((one) => ({ ...one, said: one.pair ?? one.name }));
  return missing
    .filter(({ said }) => pair === undefined || said === pair)
    .map(({ name, said }) => ({
      name,
      pair: name === 'system' ? null : said,
      verdict: { ok: false, seq: 1, why: 'missing' },
    }));
}

async function verifyOne(tx: TransactionSql, chain: Chain, asked: SoughtHead[]): Promise<Verdict> {
  const named = chain.pairId === null ? 'system' : `pair-${chain.pairId}`;
  const { heads, signatures } = await wentOut(tx, chain.id);
  const verdict = await verifyChain(entriesOf(tx, chain), {
    chain: named,
    heads: [...heads, ...asked],
    signatures,
  });
  if (!verdict.ok) return verdict;
  const kept = Number(chain.seq);
  if (verdict.count === kept && (verdict.head?.hash ?? chain.hash) === chain.hash) {
    const untold = await findUntold(tx, chain, verdict.count);
    return untold ? { ok: false, ...untold } : verdict;
  }
  return {
    ok: false,
    seq: Math.min(verdict.count, kept) + (verdict.count === kept ? 0 : 1),
    why: 'head-not-found',
  };
}

async function holds(tx: TransactionSql, id: number, { seq, hash }: SoughtHead): Promise<boolean> {
  const [row] = await tx`
    select 1 from audit_entry where chain_id = ${id} and starts_with(hash, ${hash})
      and (${seq ?? null}::bigint is null or seq = ${seq ?? null}) limit 1`;
  return row !== undefined;
}

type HeadRow = { seq: string; hash: string; sides: string | null };

/** The heads put before both sides, and the sides that confirmed them. */
async function wentOut(tx: TransactionSql, id: number) {
  const rows = await tx<HeadRow[]>`
    select h.seq, h.hash, string_agg(s.side, ',') as sides
    from chain_head h left join chain_signature s on s.pair_id = h.pair_id and s.head_id = h.id
    where h.chain_id = ${id} group by h.id order by h.seq`;
  const heads = rows.map(({ seq, hash }) => ({ seq: Number(seq), hash }));
  const signatures = rows.flatMap(({ seq, hash, sides }): SoughtSignature[] =>
    (sides?.split(',') ?? []).map((side) => ({ seq: Number(seq), hash, side })),
  );
  return { heads, signatures };
}

const PAGE = 2000;

type EntryRow = {
  seq: string;
  at: string;
  type: string;
  body: string;
  salt: string | null;
  prevHash: string;
  hash: string;
  inspection: number | null;
  exchange: number | null;
};
type ValueRow = KeptValue & { seq: string };

async function* entriesOf(tx: TransactionSql, { id, name, pairId }: Chain): AsyncGenerator<ChainEntry> {
  for (let after = 0; ; ) {
    // An entry filed under another pair is not of this chain, whatever its chain's number says.
    const rows = await tx<EntryRow[]>`
      select seq, at, type, body, salt, prev_hash as "prevHash", hash, inspection_id as inspection,
        exchange_id as exchange
      from audit_entry
      where chain_id = ${id} and pair_id is not distinct from ${pairId} and seq > ${after} order by seq limit ${PAGE}`;
    if (rows.length === 0) return;
    const last = Number(rows.at(-1)!.seq);
    const values = await tx<ValueRow[]>`
      select seq, field, salt, value, person_id as "personId" from audit_value where chain_id = ${id} and seq > ${after} and seq <= ${last}`;
    const valuesOf = groupBy(values, (value) => value.seq);
    for (const { inspection, exchange, ...row } of rows)
      yield {
        ...row,
        chain: name,
        seq: Number(row.seq),
        values: valuesOf.get(row.seq) ?? [],
        refs: { inspection, exchange },
      };
    after = last;
  }
}
