import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { digestSlot } from '../../../db/schema/index.ts';
import { type DigestKind, decideSlot, type SlotDecision } from '../../domain/digest.ts';
import { LANE } from '../../domain/lanes.ts';
import { isWorkingTime } from '../../domain/working-time.ts';
import { awayOn } from '../absence/away.ts';
import { type ToldRow, tellPeople } from '../enqueue.ts';
import { groupBy } from '../group-by.ts';
import { peopleWithPlan } from '../plan/months-plan.ts';
import type { Work } from '../work.ts';
import { planDigests } from './plan-digests.ts';
import { wantedDigests } from './wanted.ts';

type Due = { id: number; personId: number; kind: DigestKind; dueAt: DateTime; isOn: boolean };
type Told = Due & { of: DateTime; isLate: boolean };

// Any fixed number that no other advisory lock of the application takes.
const DIGESTS_LOCK = 7_246_103;
const REPLACED = 'a later one took its place';

/**
 * Hands every digest that is due to the outbox, once a slot: any number of processes may sweep, they take turns here. What it says
 * is composed when it goes out. Returns the kinds that went.
 */
export async function runDigests(work: Work): Promise<DigestKind[]> {
  await planDigests(work);
  if (!isWorkingTime(work.calendar, work.now)) return [];
  await work.tx.execute(sql`select pg_advisory_xact_lock(${DIGESTS_LOCK})`);
  const due = await withoutDeferred(work, await dueSlots(work));
  if (due.length === 0) return [];
  const told = await settle(work, due);
  await tell(work, told);
  await planDigests(work);
  return told.map((slot) => slot.kind);
}

async function dueSlots(work: Work): Promise<Due[]> {
  const wanted = sql`${wantedDigests(work)} as wanted`;
  return work.tx
    .select({
      id: digestSlot.id,
      personId: digestSlot.personId,
      kind: digestSlot.kind,
      dueAt: digestSlot.dueAt,
      isOn: sql<boolean>`wanted.kind is not null`,
    })
    .from(digestSlot)
    .leftJoin(wanted, sql`wanted.person_id = ${digestSlot.personId} and wanted.kind = ${digestSlot.kind}`)
    .where(and(eq(digestSlot.state, 'pending'), lte(digestSlot.dueAt, work.now)))
    .orderBy(digestSlot.personId);
}

/** Writes what became of each slot; those that go. */
async function settle(work: Work, due: Due[]): Promise<Told[]> {
  const byPerson = groupBy(due, (slot) => slot.personId);
  const told: Told[] = [];
  const skipped = new Map<string, Due[]>();
  const decide = decideOnce(work);
  const skip = (slot: Due, reason: string) => skipped.set(reason, [...(skipped.get(reason) ?? []), slot]);
  for (const slots of byPerson.values()) {
    const dueTogether = slots.filter((slot) => slot.isOn).map((slot) => slot.kind);
    for (const slot of slots) {
      const decision = decide(slot, dueTogether);
      if (decision.do === 'skip') skip(slot, decision.reason);
      if (decision.do !== 'tell') continue;
      told.push({ ...slot, of: decision.of, isLate: decision.isLate });
      if (+decision.of !== +slot.dueAt) skip(slot, REPLACED);
    }
  }
  for (const [reason, slots] of skipped) await close(work, slots, 'skipped', reason);
  await close(
    work,
    told.filter((slot) => +slot.of === +slot.dueAt),
    'told',
    null,
  );
  await writeReplacing(
    work,
    told.filter((slot) => +slot.of !== +slot.dueAt),
  );
  return told;
}

/** The calendar is asked once for all who are alike: of thousands each decision takes half a millisecond. */
function decideOnce(work: Work) {
  const decided = new Map<string, SlotDecision>();
  return (slot: Due, dueTogether: DigestKind[]): SlotDecision => {
    const key = [slot.kind, slot.isOn, ...dueTogether].join(' ');
    const decision = decided.get(key) ?? decideSlot(slot, { ...slot, dueTogether }, work.calendar, work.now);
    decided.set(key, decision);
    return decision;
  };
}

async function close(work: Work, slots: Due[], state: 'told' | 'skipped', reason: string | null) {
  if (slots.length === 0) return;
  const ids = slots.map((slot) => slot.id);
  await work.tx
    .update(digestSlot)
    .set({ state, reason, doneAt: work.now })
    .where(and(inArray(digestSlot.id, ids), eq(digestSlot.state, 'pending')));
}

async function writeReplacing(work: Work, slots: Told[]): Promise<void> {
  if (slots.length === 0) return;
  await work.tx.insert(digestSlot).values(
    slots.map(({ personId, kind, of }) => ({
      personId,
      kind,
      dueAt: of,
      state: 'told' as const,
      doneAt: work.now,
    })),
  );
}

/** Whoever is away and has all deferred gets none: the slot waits, and the first one after they are back covers all. */
async function withoutDeferred(work: Work, due: Due[]): Promise<Due[]> {
  const people = [...new Set(due.map((slot) => slot.personId))];
  const away = await awayOn(work, people, work.now.toISODate()!);
  return due.filter((slot) => away.get(slot.personId)?.redirectTo !== null);
}

/** A picture this many digests behind its own is drawn while those go out, and its chat may be spoken to again. */
const BEHIND = 60;

/** With the picture of eight weeks after those of a week or a month, and after that the year's of a month, without a sound. */
async function tell(work: Work, told: Told[]): Promise<void> {
  const monthly = told.filter(({ kind }) => kind === 'monthly').map(({ personId }) => personId);
  const planned = await peopleWithPlan(work, monthly);
  const steps = told.length + 2 * BEHIND;
  const rows = Array.from({ length: steps }, (_, at): (ToldRow | false | undefined)[] => {
    const [own, behind, last] = [told[at], told[at - BEHIND], told[at - 2 * BEHIND]];
    return [
      own && digestRow(own),
      behind && behind.kind !== 'daily' && pictureRow(behind, 'weeks'),
      last?.kind === 'monthly' && planned.has(last.personId) && pictureRow(last, 'plan-month'),
    ];
  });
  await tellPeople(
    work,
    rows.flat().filter((row) => !!row),
  );
}

const digestRow = ({ personId, kind, of, isLate }: Told): ToldRow => ({
  pairId: null,
  kind: 'digest',
  personId,
  lane: LANE.digest,
  ref: { digest: { kind, of: of.toISO()!, isLate } },
});

const pictureRow = ({ personId }: Told, make: 'weeks' | 'plan-month'): ToldRow => ({
  pairId: null,
  kind: 'file',
  personId,
  lane: LANE.digest,
  ref: { make },
});
