import type { CanonicalValue } from '../domain/canonical.ts';
import { audit } from './audit.ts';
import { groupBy } from './group-by.ts';
import type { OrgChange } from './import-org-change.ts';
import type { Work } from './work.ts';

/**
 * One `org.imported` entry for each pair that changed, and one of the system's for the rest, which also names the pairs that are new: by it
 * a whole chain is missed that was removed with its pair. Names enter as salted values (C8).
 */
export async function auditImport(work: Work, changes: OrgChange[]): Promise<void> {
  const groups = groupBy(changes, (change) => change.pairId);
  const pairs = changes.filter(({ what, kind }) => what === 'pair' && kind === 'added').map(({ id }) => id);
  if (pairs.length > 0 && !groups.has(null)) groups.set(null, []);
  for (const [pairId, own] of groups) {
    const facts: Record<string, CanonicalValue> = {
      counts: countsOf(own),
      items: own.map(itemOf),
      ...(pairId === null && pairs.length > 0 ? { pairs } : {}),
    };
    const values = own.map(
      ({ what, id, name, personId }) => [`${what}-${id}`, { value: name, personId }] as const,
    );
    await audit(work, { pairId, type: 'org.imported', facts, values: Object.fromEntries(values) });
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
