import { and, eq, isNull } from 'drizzle-orm';
import { dueStep } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { LOUD_A_WEEK, mayPush } from '../../domain/noise.ts';
import type { StepRef } from '../../domain/outbox.ts';
import type { StepKind } from '../../domain/request.ts';
import { nextWorkingInstant } from '../../domain/working-time.ts';
import { digestedNow } from '../digest/digested-now.ts';
import { endOfNextWorkingDay } from '../digest/pressing.ts';
import { type ToldRow, tellPeople } from '../enqueue.ts';
import { pushesThisWeek, pushesToday } from '../outbox/pushes-today.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

/** One thing that a step says to one person. */
export type Said = {
  personId: number;
  kind: StepRef['kind'];
  request: Request;
  recipientId?: number;
  isUrgent: boolean;
  isSilent: boolean;
  /** The person asked to be reminded again. */
  isAskedFor: boolean;
};

/** Reasons of pending steps: put off by the daily limit, or to working time; asked for by the person. */
export const HELD = 'held';
export const ASKED_FOR = 'asked for';

const ORDER: readonly StepRef['kind'][] = ['reminder', 'day-before', 'own-leader', 'across'];

/**
 * Says to each person, in one message, all that fell due for them together (R14). Over so many pushes a day it is held to the
 * next working day as steps of their own, which are looked at again then (R15): not dropped. Khẩn goes; what a person asked
 * for, and the day before, go silently, and so does what stands in a digest that goes at the same time. Returns who was told and who was held.
 */
export async function sendTogether(
  work: Work,
  said: Said[],
): Promise<{ told: Set<number>; held: Set<number> }> {
  const byPerson = new Map<number, Said[]>();
  for (const one of distinct(said)) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
  const pushes = await pushesToday(work, [...byPerson.keys()]);
  const digested = await digestedNow(work, [...byPerson.keys()]);
  const full = await withFullWeek(work, said);
  const rows: ToldRow[] = [];
  const held: Said[] = [];
  for (const [personId, items] of byPerson) {
    const mayGo = mayPush(pushes.get(personId) ?? [], limitOf(items));
    const going = mayGo ? items : items.filter(goesSilently);
    held.push(...items.filter((one) => !going.includes(one)));
    const isHeard = (one: Said) =>
      !one.isSilent &&
      (one.isUrgent ||
        !(isInDigest(work, one, digested) || (one.kind === 'day-before' && full.has(personId))));
    if (going.length > 0) rows.push(rowOf(going, !mayGo || !going.some(isHeard)));
  }
  for (const one of held) await hold(work, one);
  const { unreached } = await tellPeople(work, rows);
  const away = new Set(unreached);
  return {
    told: new Set(rows.map((row) => row.personId).filter((id) => !away.has(id))),
    held: new Set(held.map((one) => one.personId)),
  };
}

/** Who is told of the day before in a week that has had its sounds: days off press a whole inspection into a few days. */
async function withFullWeek(work: Work, said: Said[]): Promise<Set<number>> {
  const told = said.filter(({ kind }) => kind === 'day-before').map(({ personId }) => personId);
  const pushes = await pushesThisWeek(work, told);
  return new Set(told.filter((id) => (pushes.get(id) ?? []).length >= LOUD_A_WEEK));
}

/** Those who have had all the pushes of a day: what goes to them all the same goes without a sound (R15). */
export async function beyondLimit(work: Work, people: number[], maxADay: number): Promise<Set<number>> {
  const pushes = await pushesToday(work, people);
  return new Set(people.filter((id) => !mayPush(pushes.get(id) ?? [], { maxADay, isUrgent: false })));
}

/** Whom the daily limit leaves out today. */
export async function willBeHeld(work: Work, said: Said[]): Promise<Set<number>> {
  const pushes = await pushesToday(
    work,
    said.map((one) => one.personId),
  );
  const over = said.filter((one) => !mayPush(pushes.get(one.personId) ?? [], limitOf([one])));
  return new Set(over.map((one) => one.personId));
}

/** What a digest says at the same time makes no second sound (R14). */
const isInDigest = (
  work: Work,
  { personId, kind, request: { dueAt } }: Said,
  digested: Set<number>,
): boolean => kind !== 'day-before' && digested.has(personId) && dueAt < endOfNextWorkingDay(work);

const goesSilently = (one: Said): boolean => one.isAskedFor || one.isSilent || one.kind === 'day-before';

/** Agreements may differ: the strictest holds; one urgent thing takes the others with it. */
const limitOf = (items: Said[]) => ({
  maxADay: Math.min(...items.map((one) => one.request.policy.maxPushesADay)),
  isUrgent: items.some((one) => one.isUrgent),
});

/** The same thing said twice to a person, such as a step of their own and one of all, is said once. */
function distinct(said: Said[]): Said[] {
  const keys = new Map(said.map((one) => [`${one.personId} ${one.kind} ${one.request.id}`, one]));
  return [...keys.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function rowOf(items: Said[], silent: boolean): ToldRow {
  const [first, ...rest] = items;
  const { kind, ...ref } = refOf(first!);
  return {
    pairId: first!.request.pairId,
    kind,
    personId: first!.personId,
    silent,
    isUrgent: items.some((one) => one.isUrgent),
    ref: rest.length > 0 ? { ...ref, also: rest.map(refOf) } : ref,
  };
}

const refOf = ({ kind, request, recipientId }: Said): StepRef => ({
  kind,
  inspectionId: request.inspectionId,
  requestId: request.id,
  ...(recipientId === undefined ? {} : { recipientId }),
});

const STEP_OF: Record<StepRef['kind'], StepKind> = {
  reminder: 'again',
  'day-before': 'day_before',
  'own-leader': 'own_leader',
  across: 'across',
};

/** A reminder is held for its person; what leaders and đầu mối are told is held once a request. */
async function hold(work: Work, one: Said): Promise<void> {
  const { request, recipientId = null } = one;
  const kind = STEP_OF[one.kind];
  const [pending] = await work.tx
    .select({ id: dueStep.id })
    .from(dueStep)
    .where(
      and(
        eq(dueStep.requestId, request.id),
        eq(dueStep.kind, kind),
        eq(dueStep.state, 'pending'),
        recipientId === null ? isNull(dueStep.recipientId) : eq(dueStep.recipientId, recipientId),
      ),
    );
  if (pending) return;
  const calendar = calendarOf(work.calendar, request.policy);
  const dueAt = nextWorkingInstant(calendar, work.now.plus({ days: 1 }).startOf('day'));
  await work.tx
    .insert(dueStep)
    .values({ pairId: request.pairId, requestId: request.id, recipientId, kind, dueAt, reason: HELD });
}
