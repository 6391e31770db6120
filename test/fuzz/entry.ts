import type { Sql } from 'postgres';
import { otherSide, type Side } from '../../src/domain/side.ts';
import type { Change } from './change-log.ts';

/** An entry of the audit log as its row says it. */
export type Entry = {
  type: string;
  by: number | null;
  pairId: number | null;
  inspectionId: number | null;
  exchangeId: number | null;
  facts: Record<string, unknown>;
};

/** The sides that an act is measured against, as far as rows tell them. */
export type Sides = { owner?: Side; lead?: Side; asked?: Side };

export type FindSides = (entry: Entry, changes: readonly Change[]) => Promise<Sides>;

/** The entry in a changed row of `audit_entry`. */
export function readEntry({ row }: Change): Entry {
  const { by, ...facts } = JSON.parse(String(row.body)) as Record<string, unknown>;
  return {
    type: String(row.type),
    by: numberOf(by),
    pairId: numberOf(row.pair_id),
    inspectionId: numberOf(row.inspection_id),
    exchangeId: numberOf(row.exchange_id),
    facts,
  };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Looks the sides up in the tables of the owner: whose the matter is, who leads it, and who was asked. */
export const sidesIn =
  (owner: Sql): FindSides =>
  async ({ exchangeId, inspectionId, facts }, changes) => {
    if (exchangeId !== null) return sidesOfExchange(owner, exchangeId);
    if (inspectionId === null) return isSide(facts.side) ? { owner: facts.side } : {};
    const asked = changes.find(({ table, row }) => table === 'request' && isSide(row.side))?.row.side;
    const version = numberOf(facts.version);
    const [row] = await owner<{ side: Side; lead: Side }[]>`
      select i.side, v.lead_side as lead from inspection i
      join inspection_version v on v.id = coalesce(${version}::int, i.version_id) where i.id = ${inspectionId}`;
    return row ? { owner: row.side, lead: row.lead, asked: isSide(asked) ? asked : undefined } : {};
  };

async function sidesOfExchange(owner: Sql, id: number): Promise<Sides> {
  const [row] = await owner<{ side: Side }[]>`select logged_side as side from exchange where id = ${id}`;
  return row ? { owner: row.side, asked: otherSide(row.side) } : {};
}

const isSide = (value: unknown): value is Side => value === 'a' || value === 'b';
