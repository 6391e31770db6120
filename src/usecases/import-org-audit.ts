import type { CanonicalValue } from '../domain/canonical.ts';
import { record } from './audit.ts';
import { groupBy } from './group-by.ts';
import type { OrgChange } from './import-org-change.ts';
import type { Work } from './work.ts';

/** One `org.imported` entry for each pair that changed, and one of the system's for the rest; names enter as salted values (C8). */
export async function recordImport(work: Work, changes: OrgChange[]): Promise<void> {
  for (const [pairId, own] of groupBy(changes, (change) => change.pairId)) {
    const facts: Record<string, CanonicalValue> = { counts: countsOf(own), items: own.map(itemOf) };
    const values = own.map(
      ({ what, id, name, personId }) => [`${what}-${id}`, { value: name, personId }] as const,
    );
    await record(work, { pairId, type: 'org.imported', facts, values: Object.fromEntries(values) });
  }
}

/** How many of each kind, such as `{"member.added":5}`. */
export function countsOf(changes: OrgChange[]): Record<string, number> {
  const groups = groupBy(changes, ({ what, kind }) => `${what}.${kind}`);
  return Object.fromEntries([...groups].map(([name, list]) => [name, list.length]));
}

function itemOf({ what, kind, id, fields, facts }: OrgChange): CanonicalValue {
  return { what, kind, id, ...(fields ? { fields } : {}), ...(facts ?? {}) };
}
