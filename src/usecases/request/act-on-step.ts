import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { type dueStep, membership, recipient } from '../../../db/schema/index.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { areAllDeferred } from '../absence/away.ts';
import { audit } from '../audit.ts';
import type { Case } from '../inspection/load-case.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { StepRef } from '../outbox/refs.ts';
import type { Work } from '../work.ts';
import type { Recipient, Request } from './load-request.ts';
import type { Said } from './send-together.ts';

type DueStep = typeof dueStep.$inferSelect;

/** Who may be reminded: of a notice the silent; of what one answer ends, everyone asked, since it still waits for that answer. */
export const silentOf = (request: Request, rows: Recipient[], onlyId: number | null = null): Recipient[] =>
  rows.filter(
    (row) =>
      row.replacedBy === null &&
      (onlyId === null || row.id === onlyId) &&
      (request.kind !== 'notice' || row.answeredAt === null),
  );

/** Whose answer does not count yet: silent, waiting for a substitute, or with an opinion that is not settled. */
export const unsettledOf = (request: Request, rows: Recipient[]): Recipient[] =>
  rows.filter((row) => row.replacedBy === null && (request.kind !== 'notice' || row.settledAt === null));

/**
 * What one due step says and to whom (R6): remind, one's own leader, across, the day before. Sent together afterwards. Nothing is said
 * of those whom nothing has reached.
 */
export async function actOnStep(
  work: Work,
  found: Case,
  request: Request,
  step: DueStep,
  isUrgent: boolean,
  unreached: Set<number>,
): Promise<Said[]> {
  const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, request.id));
  const counted = step.kind === 'day_before' ? rows : rows.filter((row) => !unreached.has(row.id));
  const said = await saidBy(work, request, step, counted, isUrgent);
  await audit(work, {
    pairId: request.pairId,
    type: `step.${step.kind}`,
    inspectionId: found.inspection.id,
    facts: {
      request: request.id,
      step: step.id,
      unsettled: unsettledOf(request, rows).length,
      told: said.length,
    },
  });
  return said;
}

async function saidBy(
  work: Work,
  request: Request,
  step: DueStep,
  rows: Recipient[],
  isUrgent: boolean,
): Promise<Said[]> {
  const sayTo = (kind: StepRef['kind'], people: number[]): Said[] =>
    people.map((personId) => ({ isUrgent, request, kind, personId }));
  if (step.kind === 'own_leader') return sayTo('own-leader', await leadersToTell(work, request, rows));
  if (step.kind === 'across') return sayTo('across', await secretariesToTell(work, request, rows));
  const asked = step.kind === 'day_before' ? teamOf(rows) : silentOf(request, rows, step.recipientId);
  const kind = step.kind === 'day_before' ? 'day-before' : 'reminder';
  const here = await stillMembers(work, request.pairId, asked);
  return here.map((row) => ({
    isUrgent,
    request,
    kind,
    personId: row.personId,
    recipientId: row.id,
  }));
}

/** After answering: only the day before, only the team (R15). */
const teamOf = (rows: Recipient[]): Recipient[] =>
  rows.filter((row) => row.replacedBy === null && (row.capacity === 'team' || row.capacity === 'substitute'));

/** The sides that others wait for: the side that is asked, or those with answers of a notice missing. */
const sidesWaitedFor = (request: Request, rows: Recipient[]): Side[] =>
  request.side ? [request.side] : [...new Set(unsettledOf(request, rows).map((row) => row.side))];

/** One's own leaders; where there are none, and for a leader's own approval, one's own đầu mối. Leaders who are all away are told later, the đầu mối now. */
async function leadersToTell(work: Work, request: Request, rows: Recipient[]): Promise<number[]> {
  const told: number[] = [];
  for (const side of sidesWaitedFor(request, rows)) {
    const leaders =
      request.kind === 'approval' ? [] : await peopleOf(work, request.pairId, side, ['chair', 'vice']);
    told.push(...leaders);
    if (leaders.length === 0 || (await areAllDeferred(work, leaders)))
      told.push(...(await peopleOf(work, request.pairId, side, ['secretary'])));
  }
  return told;
}

/** The đầu mối of the side that is waited for, and of the side that waits; what each reads bears no names of the other (R6). */
async function secretariesToTell(work: Work, request: Request, rows: Recipient[]): Promise<number[]> {
  const sides = new Set(sidesWaitedFor(request, rows).flatMap((side) => [side, otherSide(side)]));
  const told: number[] = [];
  for (const side of sides) told.push(...(await peopleOf(work, request.pairId, side, ['secretary'])));
  return told;
}

/** Those whose membership holds today: whoever has left is asked nothing more. */
async function stillMembers(work: Work, pairId: number, rows: Recipient[]): Promise<Recipient[]> {
  if (rows.length === 0) return [];
  const today = work.now.toISODate()!;
  const members = await work.tx
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.pairId, pairId),
        inArray(
          membership.personId,
          rows.map((row) => row.personId),
        ),
        lte(membership.fromDay, today),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    );
  const here = new Set(members.map((one) => one.personId));
  return rows.filter((row) => here.has(row.personId));
}
