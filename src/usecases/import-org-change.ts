import { type CanonicalValue, canonical } from '../domain/canonical.ts';
import type { Work } from './work.ts';

/** One thing that an import added, changed or ended. `pairId` null: it belongs to no one pair. */
export type OrgChange = {
  what: 'committee' | 'pair' | 'person' | 'member' | 'target' | 'duty' | 'calendar';
  kind: 'added' | 'changed' | 'ended';
  id: number;
  pairId: number | null;
  /** The key of the pair, for people to read. */
  pair?: string;
  name: string;
  /** Whose erasure removes the name from the audit values (C8). */
  personId?: number;
  /** What changed, by the names of the file. */
  fields?: string[];
  /** Enters the audit entry as it is: ids and codes only, no names. */
  facts?: Record<string, CanonicalValue>;
};

/** What the stages of one import share. */
export type Import = {
  work: Work;
  /** Today's day in Asia/Ho_Chi_Minh. */
  today: string;
  changes: OrgChange[];
};

/** The names of `wanted` whose values differ from the stored row's. */
export function differing<W extends Record<string, CanonicalValue>>(
  stored: W,
  wanted: W,
): (keyof W & string)[] {
  return Object.keys(wanted).filter((name) => canonical(stored[name]!) !== canonical(wanted[name]!));
}
