import type { Policy } from './policy.ts';
import type { Capacity } from './request.ts';

export type QuorumRow = { capacity: Capacity; settledAt: object | null; replacedBy: number | null };

/**
 * Whether enough have answered: all asked, a number (at least one), or everyone asked in the named capacities. Replaced
 * people do not count, their substitutes stand for the team. Nobody asked is never enough: silence is not consent (R6).
 */
export function isQuorumMet(quorum: Policy['quorum'], rows: QuorumRow[]): boolean {
  const asked = rows.filter((row) => row.replacedBy === null);
  const settled = asked.filter((row) => row.settledAt !== null);
  if (quorum !== 'all' && 'count' in quorum)
    return settled.length >= Math.max(1, Math.min(quorum.count, asked.length));
  const needed = quorum === 'all' ? asked : asked.filter((row) => isNamed(quorum.capacities, row.capacity));
  // Capacities that nobody holds ask for everyone: else the first answer of all would be enough.
  const counted = needed.length > 0 ? needed : asked;
  return counted.length > 0 && counted.every((row) => row.settledAt !== null);
}

const isNamed = (named: Capacity[], capacity: Capacity): boolean =>
  named.includes(capacity === 'substitute' ? 'team' : capacity);

/** "4/6": how many of those asked have answered. */
export function tally(rows: QuorumRow[]): { answered: number; asked: number } {
  const asked = rows.filter((row) => row.replacedBy === null);
  return { answered: asked.filter((row) => row.settledAt !== null).length, asked: asked.length };
}
