import type { TransactionSql } from 'postgres';
import type { ChainFault } from '../domain/verify-chain.ts';

type Fault = { seq: number; why: ChainFault };

/**
 * What no entry of a chain can show by itself: an entry that lies beside it, rows of its pair of which it does not tell, or rows of which
 * it tells and which are gone. `count`: its entries, which hold. Undefined: nothing. Needs sight of all pairs.
 */
export async function findUntold(
  tx: TransactionSql,
  { id, pairId }: { id: number; pairId: number | null },
  count: number,
): Promise<Fault | undefined> {
  const stray = await findStray(tx, id, pairId);
  if (stray || pairId === null) return stray;
  return (
    (await findLost(tx, id)) ??
    ((await hasUntold(tx, id, pairId)) ? { seq: count + 1, why: 'untold' } : undefined)
  );
}

/** An entry with the chain's number under another pair, which is read as that pair's though nothing proves it. */
async function findStray(tx: TransactionSql, id: number, pairId: number | null): Promise<Fault | undefined> {
  const [stray] = await tx<{ seq: string }[]>`
    select seq from audit_entry where chain_id = ${id} and pair_id is distinct from ${pairId} order by seq limit 1`;
  return stray && { seq: Number(stray.seq), why: 'refs' };
}

/** A head that was put before both sides, or a confirmation of one, whose row is gone or says something else. */
async function findLost(tx: TransactionSql, id: number): Promise<Fault | undefined> {
  const [lost] = await tx<{ seq: string; type: string }[]>`
    select e.seq, e.type from audit_entry e
    where e.chain_id = ${id} and e.type in ('chain.shown', 'chain.signed') and e.body::json->>'head' is not null
      and not exists (
      select from chain_head h
        left join chain_signature s on s.pair_id = h.pair_id and s.head_id = h.id and s.side = e.body::json->>'side'
      where h.chain_id = e.chain_id and h.id = (e.body::json->>'head')::int
        and h.seq = (e.body::json->>'seq')::bigint and h.hash = e.body::json->>'hash'
        and (e.type = 'chain.shown' or (s.person_id = (e.body::json->>'by')::int and s.at = e.at::timestamptz)))
    order by e.seq limit 1`;
  return lost && { seq: Number(lost.seq), why: lost.type === 'chain.shown' ? 'head-not-found' : 'signature' };
}

async function hasUntold(tx: TransactionSql, id: number, pairId: number): Promise<boolean> {
  const rows = await tx`
    (select from inspection i where i.pair_id = ${pairId} and not exists (
      select from audit_entry e where e.chain_id = ${id} and e.pair_id = i.pair_id and e.inspection_id = i.id) limit 1)
    union all
    (select from exchange x where x.pair_id = ${pairId} and not exists (
      select from audit_entry e where e.chain_id = ${id} and e.pair_id = x.pair_id and e.exchange_id = x.id) limit 1)`;
  return rows.length > 0;
}

/**
 * Chains that must be there and are not: of each pair; of each pair that the system's chain has told of, with an entry; and the system's, with
 * an entry, once anybody has given their consent.
 */
export async function findMissing(tx: TransactionSql): Promise<{ name: string; pair: string | null }[]> {
  return tx<{ name: string; pair: string | null }[]>`
    with wanted as (
      select p.id as pair_id, 0 as least from pair p
      union all
      select distinct json_array_elements_text(e.body::json->'pairs')::int, 1
      from audit_entry e join audit_chain c on c.id = e.chain_id
      where c.pair_id is null and e.type = 'org.imported' and e.body like '%"pairs":[%'
      union all
      select null, 1 where exists (select from consent)
    )
    select distinct coalesce('pair-' || w.pair_id, 'system') as name, p.key as pair
    from wanted w left join pair p on p.id = w.pair_id
    where not exists (
      select from audit_chain c where c.pair_id is not distinct from w.pair_id and c.seq >= w.least)
    order by 1`;
}
