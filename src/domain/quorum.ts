import type { Policy } from './policy.ts';
import type { Capacity } from './request.ts';

export type QuorumRow = { capacity: Capacity; settledAt: object | null; replacedBy: number | null };

/** Whether enough have answered: all asked, a number, or everyone asked in the named capacities. Replaced people do not count. */
export function isQuorumMet(quorum: Policy['quorum'], rows: QuorumRow[]): boolean {
  const asked = rows.filter((row) => row.replacedBy === null);
  const settled = asked.filter((row) => row.settledAt !== null);
  if (quorum === 'all') return settled.length === asked.length;
  if ('count' in quorum) return settled.length >= Math.min(quorum.count, asked.length);
  const named = asked.filter((row) => (quorum.capacities as Capacity[]).includes(row.capacity));
  return named.every((row) => row.settledAt !== null);
}

/** "4/6": how many of those asked have answered. */
export function tally(rows: QuorumRow[]): { answered: number; asked: number } {
  const asked = rows.filter((row) => row.replacedBy === null);
  return { answered: asked.filter((row) => row.settledAt !== null).length, asked: asked.length };
}
