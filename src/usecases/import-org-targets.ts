import { and, eq } from 'drizzle-orm';
import { insertMany } from '../../db/insert-many.ts';
import { target, targetAlias, targetPerson } from '../../db/schema/index.ts';
import { fold } from '../domain/fold.ts';
import { groupBy } from './group-by.ts';
import { differing, type Import, type OrgChange } from './import-org-change.ts';
import type { Ids } from './import-org-roots.ts';
import type { StoredOrg } from './import-org-stored.ts';
import type { OrgTarget } from './org-file.ts';

type Row = StoredOrg['targets'][number];

/** Adds, changes and ends the targets of one pair; one that is gone from the file ends today and stays readable (R9). */
export async function storeTargets(
  at: Import,
  stored: StoredOrg,
  pair: { id: number; key: string },
  people: Ids,
  wanted: OrgTarget[],
): Promise<void> {
  const rows = new Map(stored.targets.filter((row) => row.pairId === pair.id).map((row) => [row.key, row]));
  const ids: Ids = new Map([...rows].map(([key, row]) => [key, row.id]));
  const fresh = wanted.filter((one) => !rows.has(one.key));
  await addTargets(at, pair.id, fresh, ids);
  const tell = (kind: OrgChange['kind'], id: number, name: string, fields?: string[]) =>
    at.changes.push({
      what: 'target',
      kind,
      id,
      pairId: pair.id,
      pair: pair.key,
      name,
      ...(fields && { fields }),
    });
  const attributes = attributesOf(stored, pair.id);
  for (const one of wanted) {
    const id = ids.get(one.key)!;
    const old = rows.get(one.key);
    rows.delete(one.key);
    const fields = [
      ...(await storeRow(at, id, old, one, ids)),
      ...(await storeAliases(at, pair.id, id, attributes.aliases.get(id) ?? [], one)),
      ...(await storeTies(at, pair.id, id, attributes.ties.get(id) ?? [], one, people)),
    ];
    if (!old) tell('added', id, one.name);
    else if (fields.length > 0) tell('changed', id, one.name, fields);
  }
  for (const gone of rows.values()) {
    if (gone.toDay !== null && gone.toDay <= at.today) continue;
    await at.work.tx.update(target).set({ toDay: at.today }).where(eq(target.id, gone.id));
    tell('ended', gone.id, gone.name);
  }
}

/** Parents and successors follow in `storeRow`, when every target of the pair has its id. */
async function addTargets({ work }: Import, pairId: number, fresh: OrgTarget[], ids: Ids): Promise<void> {
  const values = fresh.map(({ key, name, from, to }) => ({
    pairId,
    key,
    name,
    folded: fold(name),
    fromDay: from ?? null,
    toDay: to ?? null,
  }));
  const made = await insertMany(work.tx, target, values, { withIds: true });
  for (const [at, { key }] of fresh.entries()) ids.set(key, made[at]!);
}

async function storeRow({ work }: Import, id: number, old: Row | undefined, one: OrgTarget, ids: Ids) {
  const wanted = {
    name: one.name,
    parent: one.parent === undefined ? null : ids.get(one.parent)!,
    successor: one.successor === undefined ? null : ids.get(one.successor)!,
    from: one.from ?? null,
    to: one.to ?? null,
  };
  const before = old
    ? { name: old.name, parent: old.parentId, successor: old.successorId, from: old.fromDay, to: old.toDay }
    : { ...wanted, parent: null, successor: null };
  const fields = differing(before, wanted);
  if (fields.length === 0) return fields;
  await work.tx
    .update(target)
    .set({
      name: wanted.name,
      folded: fold(wanted.name),
      parentId: wanted.parent,
      successorId: wanted.successor,
      fromDay: wanted.from,
      toDay: wanted.to,
    })
    .where(eq(target.id, id));
  return fields;
}

function attributesOf(stored: StoredOrg, pairId: number) {
  const inPair = <T extends { pairId: number }>(row: T) => row.pairId === pairId;
  return {
    aliases: groupBy(stored.aliases.filter(inPair), (row) => row.targetId),
    ties: groupBy(stored.ties.filter(inPair), (row) => row.targetId),
  };
}

async function storeAliases(
  { work }: Import,
  pairId: number,
  targetId: number,
  stored: StoredOrg['aliases'],
  { aliases }: OrgTarget,
): Promise<string[]> {
  const added = aliases.filter((alias) => !stored.some((row) => row.alias === alias));
  const gone = stored.filter((row) => !aliases.includes(row.alias));
  if (added.length > 0)
    await work.tx
      .insert(targetAlias)
      .values(added.map((alias) => ({ pairId, targetId, alias, folded: fold(alias) })));
  for (const { alias } of gone)
    await work.tx
      .delete(targetAlias)
      .where(
        and(eq(targetAlias.pairId, pairId), eq(targetAlias.targetId, targetId), eq(targetAlias.alias, alias)),
      );
  return added.length + gone.length > 0 ? ['aliases'] : [];
}

async function storeTies(
  { work }: Import,
  pairId: number,
  targetId: number,
  stored: StoredOrg['ties'],
  one: OrgTarget,
  people: Ids,
): Promise<string[]> {
  const wanted = [
    ...one.inCharge.map((key) => ({ personId: people.get(key)!, tie: 'in_charge' as const })),
    ...one.belongs.map((key) => ({ personId: people.get(key)!, tie: 'belongs' as const })),
  ];
  const same = (a: { personId: number; tie: string }, b: { personId: number; tie: string }) =>
    a.personId === b.personId && a.tie === b.tie;
  const added = wanted.filter((tie) => !stored.some((row) => same(row, tie)));
  const gone = stored.filter((row) => !wanted.some((tie) => same(row, tie)));
  if (added.length > 0)
    await work.tx.insert(targetPerson).values(added.map((tie) => ({ pairId, targetId, ...tie })));
  for (const { personId, tie } of gone)
    await work.tx
      .delete(targetPerson)
      .where(
        and(
          eq(targetPerson.pairId, pairId),
          eq(targetPerson.targetId, targetId),
          eq(targetPerson.personId, personId),
          eq(targetPerson.tie, tie),
        ),
      );
  return [...new Set([...added, ...gone].map((row) => row.tie))];
}
