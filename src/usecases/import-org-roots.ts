import { eq } from 'drizzle-orm';
import { committee, pair, person, sideSetting } from '../../db/schema/index.ts';
import { agreementIn } from '../domain/agreement.ts';
import type { CanonicalValue } from '../domain/canonical.ts';
import type { Side } from '../domain/side.ts';
import { differing, type Import } from './import-org-change.ts';
import type { StoredOrg } from './import-org-stored.ts';
import type { OrgCommittee, OrgPair, OrgPerson } from './org-file.ts';

/** Ids by key. */
export type Ids = Map<string, number>;

const idsOf = (rows: { key: string; id: number }[]): Ids => new Map(rows.map((row) => [row.key, row.id]));

/** Adds and renames committees. One that is gone from the file stays: it ends with the memberships of its pairs. */
export async function storeCommittees(at: Import, stored: StoredOrg, wanted: OrgCommittee[]): Promise<Ids> {
  const ids = idsOf(stored.committees);
  for (const { key, name, short } of wanted) {
    const before = stored.committees.find((row) => row.key === key);
    const values = { name, shortName: short };
    if (!before) {
      const [made] = await at.work.tx
        .insert(committee)
        .values({ key, ...values })
        .returning();
      ids.set(key, made!.id);
      at.changes.push({ what: 'committee', kind: 'added', id: made!.id, pairId: null, name: short });
      continue;
    }
    const fields = differing({ name: before.name, shortName: before.shortName }, values);
    if (fields.length === 0) continue;
    await at.work.tx.update(committee).set(values).where(eq(committee.id, before.id));
    at.changes.push({ what: 'committee', kind: 'changed', id: before.id, pairId: null, name: short, fields });
  }
  return ids;
}

/** Adds and changes people; the language is theirs to choose once they are in. One that is gone from the file stays as a row; the memberships end. */
export async function storePeople(at: Import, stored: StoredOrg, wanted: OrgPerson[]): Promise<Ids> {
  const ids = idsOf(stored.people);
  const before = new Map(stored.people.map((row) => [row.key, row]));
  for (const { key, name, title, locale } of wanted) {
    const values = { name, title };
    const old = before.get(key);
    if (!old) {
      const [made] = await at.work.tx
        .insert(person)
        .values({ key, locale, ...values })
        .returning({ id: person.id });
      ids.set(key, made!.id);
      at.changes.push({
        what: 'person',
        kind: 'added',
        id: made!.id,
        pairId: null,
        name,
        personId: made!.id,
      });
      continue;
    }
    const fields = differing({ name: old.name, title: old.title }, values);
    if (fields.length === 0) continue;
    await at.work.tx.update(person).set(values).where(eq(person.id, old.id));
    at.changes.push({
      what: 'person',
      kind: 'changed',
      id: old.id,
      pairId: null,
      name,
      personId: old.id,
      fields,
    });
  }
  return ids;
}

/** Adds and changes pairs and the settings of their sides; the two committees of a pair never change. */
export async function storePairs(
  at: Import,
  stored: StoredOrg,
  committees: Ids,
  wanted: OrgPair[],
): Promise<Ids> {
  const ids = idsOf(stored.pairs);
  for (const one of wanted) {
    const old = stored.pairs.find((row) => row.key === one.key);
    const id = old?.id ?? (await addPair(at, committees, one));
    ids.set(one.key, id);
    const fields: string[] = old
      ? differing(inFile({ ...old, agreement: agreementIn(old) }), inFile(one))
      : [];
    if (fields.length > 0) await at.work.tx.update(pair).set(columnsOf(one)).where(eq(pair.id, id));
    for (const side of ['a', 'b'] as const)
      if (await storeSetting(at, stored, id, side, one)) fields.push(`leader_approves (${side})`);
    if (old && fields.length === 0) continue;
    const { symbol, day } = one.agreement ?? {};
    const facts: Record<string, CanonicalValue> = {
      relation: one.relation,
      policy: one.policy,
      ...(symbol !== undefined && day !== undefined ? { symbol, day } : {}),
    };
    const common = { what: 'pair', id, pairId: id, pair: one.key, name: one.name, facts } as const;
    at.changes.push(old ? { ...common, kind: 'changed', fields } : { ...common, kind: 'added' });
  }
  return ids;
}

type PairWords = Pick<OrgPair, 'name' | 'relation' | 'policy' | 'agreement'>;

/** What an import may change of a pair, by the names of the file. */
const inFile = ({ name, relation, policy, agreement }: PairWords) => ({
  name,
  relation,
  policy,
  symbol: agreement?.symbol ?? null,
  day: agreement?.day ?? null,
  issuers: agreement?.issuers ?? null,
});

function columnsOf(one: PairWords) {
  const { symbol, day, issuers, ...rest } = inFile(one);
  return { ...rest, agreementSymbol: symbol, agreementDay: day, agreementIssuers: issuers };
}

async function addPair(at: Import, committees: Ids, one: OrgPair): Promise<number> {
  const [made] = await at.work.tx
    .insert(pair)
    .values({
      key: one.key,
      ...columnsOf(one),
      committeeA: committees.get(one.a.committee)!,
      committeeB: committees.get(one.b.committee)!,
    })
    .returning({ id: pair.id });
  return made!.id;
}

async function storeSetting(
  at: Import,
  stored: StoredOrg,
  pairId: number,
  side: Side,
  one: OrgPair,
): Promise<boolean> {
  const { leaderApproves } = one[side];
  const before = stored.settings.find((row) => row.pairId === pairId && row.side === side);
  if (before?.leaderApproves === leaderApproves) return false;
  await at.work.tx
    .insert(sideSetting)
    .values({ pairId, side, leaderApproves })
    .onConflictDoUpdate({ target: [sideSetting.pairId, sideSetting.side], set: { leaderApproves } });
  return before !== undefined;
}
