import { and, eq, isNull } from 'drizzle-orm';
import { insertMany } from '../../db/insert-many.ts';
import { invitation, membership } from '../../db/schema/index.ts';
import { differing, type Import, type OrgChange } from './import-org-change.ts';
import type { Ids } from './import-org-roots.ts';
import type { StoredOrg } from './import-org-stored.ts';
import type { OrgFile, OrgMember } from './org-file.ts';

type Row = StoredOrg['members'][number];
type AllIds = { committees: Ids; people: Ids; pairs: Ids };

const placeOf = (row: { pairId: number; personId: number }): string => `${row.pairId} ${row.personId}`;

/** Adds, changes and ends memberships; one that is gone from the file ends today, with its open invitation. */
export async function storeMembers(at: Import, stored: StoredOrg, ids: AllIds, org: OrgFile): Promise<void> {
  const names = new Map([...stored.people, ...org.people].map((one) => [ids.people.get(one.key)!, one.name]));
  const pairKeys = new Map([...ids.pairs].map(([key, id]) => [id, key]));
  const rows = new Map(stored.members.map((row) => [placeOf(row), row]));
  const tell = (
    kind: OrgChange['kind'],
    row: Pick<Row, 'pairId' | 'personId' | 'side' | 'role'>,
    fields?: string[],
  ) =>
    at.changes.push({
      what: 'member',
      kind,
      id: row.personId,
      pairId: row.pairId,
      pair: pairKeys.get(row.pairId),
      name: names.get(row.personId)!,
      personId: row.personId,
      facts: { side: row.side, role: row.role },
      ...(fields ? { fields } : {}),
    });

  const added: (typeof membership.$inferInsert)[] = [];
  for (const one of org.members) {
    const wanted = wantedRow(ids, one);
    const old = rows.get(placeOf(wanted));
    rows.delete(placeOf(wanted));
    const fields = old ? changedFields(old, wanted) : [];
    if (!old) added.push({ ...wanted, fromDay: at.today });
    if (!old || (old.toDay !== null && old.toDay <= at.today)) tell('added', wanted);
    else if (fields.length > 0) tell('changed', wanted, fields);
    if (old && (fields.length > 0 || old.toDay !== null))
      await at.work.tx
        .update(membership)
        .set({ ...wanted, toDay: null })
        .where(eq(membership.id, old.id));
  }
  await insertMany(at.work.tx, membership, added);
  for (const gone of rows.values()) {
    if (gone.toDay !== null && gone.toDay <= at.today) continue;
    await endMembership(at, gone);
    tell('ended', gone);
  }
}

function wantedRow(ids: AllIds, { person, pair, side, committee, role }: OrgMember) {
  return {
    pairId: ids.pairs.get(pair)!,
    personId: ids.people.get(person)!,
    side,
    committeeId: ids.committees.get(committee)!,
    role,
  };
}

function changedFields(
  old: Row,
  { side, role, committeeId }: Pick<Row, 'side' | 'role' | 'committeeId'>,
): string[] {
  return differing(
    { committee: old.committeeId, side: old.side, role: old.role },
    { committee: committeeId, side, role },
  );
}

async function endMembership({ work, today }: Import, { id, pairId, personId }: Row): Promise<void> {
  await work.tx.update(membership).set({ toDay: today }).where(eq(membership.id, id));
  await work.tx
    .update(invitation)
    .set({ revokedAt: work.now })
    .where(
      and(
        eq(invitation.pairId, pairId),
        eq(invitation.personId, personId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
}
