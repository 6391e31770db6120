import { sql } from 'drizzle-orm';
import { groupBy } from './group-by.ts';
import { auditImport } from './import-org-audit.ts';
import { storeCalendar } from './import-org-calendar.ts';
import type { Import, OrgChange } from './import-org-change.ts';
import { storeDuties } from './import-org-duties.ts';
import { storeMembers } from './import-org-members.ts';
import { storeCommittees, storePairs, storePeople } from './import-org-roots.ts';
import { findConflicts, loadStored } from './import-org-stored.ts';
import { storeTargets } from './import-org-targets.ts';
import type { OrgFile, OrgProblem } from './org-file.ts';
import { tellImported } from './tell-imported.ts';
import type { Work } from './work.ts';

/** `calendarChanged`: open due instants must be computed again (R14). */
export type Imported = { changes: OrgChange[]; calendarChanged: boolean };

const LOCK = 7_204_110_301; // one import at a time

/**
 * Makes the database say what the file says, and records it. Keys are identities: what the file no longer names is ended today, never
 * deleted. The same file twice changes nothing. Each side's đầu mối and leaders are told which memberships began or ended there. Needs a scope over all pairs; with problems nothing is stored.
 */
export async function importOrg(work: Work, org: OrgFile): Promise<Imported | { problems: OrgProblem[] }> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const stored = await loadStored(work);
  const problems = findConflicts(org, stored);
  if (problems.length > 0) return { problems };

  const at: Import = { work, today: work.now.toISODate()!, changes: [] };
  const committees = await storeCommittees(at, stored, org.committees);
  const people = await storePeople(at, stored, org.people);
  const pairs = await storePairs(at, stored, committees, org.pairs);
  await storeMembers(at, stored, { committees, people, pairs }, org);
  const targets = groupBy(org.targets, (one) => one.pair);
  const duties = groupBy(org.duties, (one) => one.pair);
  for (const [key, id] of pairs) {
    await storeTargets(at, stored, { id, key }, people, targets.get(key) ?? []);
    await storeDuties(at, stored, { id, key }, duties.get(key) ?? []);
  }
  const calendarChanged = await storeCalendar(at, stored.calendar, org.calendar);
  await auditImport(work, at.changes);
  await tellImported(work, at.changes, stored.members);
  return { changes: at.changes, calendarChanged };
}
