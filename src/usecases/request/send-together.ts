import { digestedNow } from '../digest/digested-now.ts';
import { endOfNextWorkingDay } from '../digest/pressing.ts';
import { type ToldRow, tellPeople } from '../enqueue.ts';
import { groupBy } from '../group-by.ts';
import type { StepRef } from '../outbox/refs.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

/** One thing that a step says to one person. */
export type Said = {
  personId: number;
  kind: StepRef['kind'];
  request: Request;
  recipientId?: number;
  isUrgent: boolean;
};

/** Reasons of pending steps: put off to working time; asked for by the person. */
export const PUT_OFF = 'held';
export const WANTED_LATER = 'asked for';

const ORDER: readonly StepRef['kind'][] = ['reminder', 'day-before', 'own-leader', 'across'];

/**
 * Says to each person, in one message, all that fell due for them together (R14). What stands in a digest that goes at the same time is
 * marked so: of the two one makes the sound. Returns who was told.
 */
export async function sendTogether(work: Work, said: Said[]): Promise<Set<number>> {
  const byPerson = groupBy(eachOnce(said), (one) => one.personId);
  const digested = await digestedNow(work, [...byPerson.keys()]);
  const rows = [...byPerson].map(([personId, items]) =>
    rowOf(items, digested.has(personId) && items.every((one) => isInDigest(work, one))),
  );
  const unreached = new Set((await tellPeople(work, rows)).unreached);
  return new Set(rows.map((row) => row.personId).filter((id) => !unreached.has(id)));
}

const isInDigest = (work: Work, { kind, request: { dueAt } }: Said): boolean =>
  kind !== 'day-before' && dueAt < endOfNextWorkingDay(work);

/** The same thing said twice to a person, such as a step of their own and one of all, is said once. */
function eachOnce(said: Said[]): Said[] {
  const keys = new Map(said.map((one) => [`${one.personId} ${one.kind} ${one.request.id}`, one]));
  return [...keys.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function rowOf(items: Said[], inDigest: boolean): ToldRow {
  const [first, ...rest] = items;
  const { kind, ...ref } = refOf(first!);
  return {
    pairId: first!.request.pairId,
    kind,
    personId: first!.personId,
    isUrgent: items.some((one) => one.isUrgent),
    ref: {
      ...ref,
      ...(rest.length > 0 ? { also: rest.map(refOf) } : {}),
      ...(inDigest ? { inDigest } : {}),
    },
  };
}

const refOf = ({ kind, request, recipientId }: Said): StepRef => ({
  kind,
  inspectionId: request.inspectionId,
  requestId: request.id,
  ...(recipientId === undefined ? {} : { recipientId }),
});
