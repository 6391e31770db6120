import { eq } from 'drizzle-orm';
import { duty } from '../../db/schema/index.ts';
import { alignSlots } from './exchange/align-slots.ts';
import { differing, type Import, type OrgChange } from './import-org-change.ts';
import type { StoredOrg } from './import-org-stored.ts';
import type { OrgDuty } from './org-file-duties.ts';

type Row = StoredOrg['duties'][number];
type Pair = { id: number; key: string };

/**
 * Adds, changes and ends the information duties of one pair. One that is gone from the file ends today and its open slots are
 * withdrawn; back in the file, those of them that are not due yet are open again. A changed number of days is for slots to
 * come (R8).
 */
export async function storeDuties(
  at: Import,
  stored: StoredOrg,
  pair: Pair,
  wanted: OrgDuty[],
): Promise<void> {
  const rows = new Map(stored.duties.filter((row) => row.pairId === pair.id).map((row) => [row.key, row]));
  for (const one of wanted) {
    const old = rows.get(one.key);
    rows.delete(one.key);
    if (old) await changeDuty(at, pair, old, one);
    else await addDuty(at, pair, one);
  }
  for (const gone of rows.values())
    if (!hasEnded(at, gone)) await storeRow(at, pair, gone, { toDay: at.today }, { kind: 'ended' });
}

const hasEnded = (at: Import, { toDay }: Row): boolean => toDay !== null && toDay <= at.today;

async function addDuty(at: Import, pair: Pair, one: OrgDuty): Promise<void> {
  const { key, period, event, from = at.today } = one;
  const [made] = await at.work.tx
    .insert(duty)
    .values({ pairId: pair.id, key, period, event, ...changeable(one), fromDay: from })
    .returning();
  tell(at, pair, made!, { kind: 'added' });
}

/** What another file may say otherwise of a duty that exists. */
const changeable = ({ name, side, since, dueDays, dueWorkingDays, source }: Row | OrgDuty) => ({
  ...{ name, side, since, dueDays, dueWorkingDays, source },
});

/** The same by the names of the file, to tell what changed. */
const named = ({ dueDays, dueWorkingDays, ...rest }: ReturnType<typeof changeable>, from: string) => ({
  ...rest,
  due_days: dueDays,
  due_working_days: dueWorkingDays,
  from,
});

async function changeDuty(at: Import, pair: Pair, old: Row, one: OrgDuty): Promise<void> {
  const isBack = hasEnded(at, old);
  const from = one.from ?? (isBack ? at.today : old.fromDay);
  const fields = differing(named(changeable(old), old.fromDay), named(changeable(one), from));
  if (!isBack && fields.length === 0) return;
  const set = { ...changeable(one), fromDay: from, toDay: null };
  await storeRow(at, pair, old, set, isBack ? { kind: 'added' } : { kind: 'changed', fields });
}

type Told = Pick<OrgChange, 'kind' | 'fields' | 'facts'>;

async function storeRow(at: Import, pair: Pair, { id }: Row, set: Partial<Row>, told: Told): Promise<void> {
  const [row] = await at.work.tx.update(duty).set(set).where(eq(duty.id, id)).returning();
  tell(at, pair, row!, { ...told, facts: await alignSlots(at.work, row!) });
}

function tell(at: Import, { id: pairId, key }: Pair, { id, name }: Row, told: Told): void {
  at.changes.push({ what: 'duty', id, pairId, pair: key, name, ...told });
}
