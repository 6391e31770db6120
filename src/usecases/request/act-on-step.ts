import { and, eq, inArray, sql } from 'drizzle-orm';
import { dueStep, outbox, recipient } from '../../../db/schema/index.ts';
import { mayPush, type Push } from '../../domain/noise.ts';
import type { Side } from '../../domain/side.ts';
import { nextWorkingInstant } from '../../domain/working-time.ts';
import { record } from '../audit.ts';
import { LANE, type OutboxKind, tellPeople } from '../enqueue.ts';
import type { Case } from '../inspection/load-case.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import type { Recipient, Request } from './load-request.ts';
import { markCrossed } from './run-steps.ts';

type DueStep = typeof dueStep.$inferSelect;

/** Carries out one step of a request: remind, tell one's own leader, tell across without names, the day before (R6). */
export async function actOnStep(work: Work, found: Case, request: Request, step: DueStep): Promise<void> {
  if (step.kind === 'cross') return markCrossed(work, request);
  const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, request.id));
  const silent = rows.filter((row) => row.answeredAt === null && row.replacedBy === null);
  if (step.kind === 'own_leader') await tellOwnLeaders(work, found, request, silent);
  else if (step.kind === 'across') await tellAcross(work, found, request, silent);
  else if (step.kind === 'day_before') await tellTeam(work, found, request, rows);
  else await remind(work, found, request, step, remindable(request, rows, step));
  await record(work, {
    pairId: request.pairId,
    type: `step.${step.kind}`,
    inspectionId: request.inspectionId,
    facts: { request: request.id, step: step.id, silent: silent.length },
  });
}

/** A proposal waits for a decision after "đã tiếp nhận": its đầu mối are reminded of that; else only the silent are. */
function remindable(request: Request, rows: Recipient[], step: DueStep): Recipient[] {
  const own = step.recipientId === null ? rows : rows.filter((row) => row.id === step.recipientId);
  if (request.kind === 'proposal') return own;
  return own.filter((row) => row.answeredAt === null && row.replacedBy === null);
}

/** At most so many pushes a person a day, except Khẩn; what is over is held to the next working day, not dropped (R15). */
async function remind(work: Work, found: Case, request: Request, step: DueStep, people: Recipient[]): Promise<void> {
  const pushes = await pushesToday(work, people.map((one) => one.personId));
  const limit = { maxADay: request.policy.maxPushesADay, isUrgent: request.urgent };
  const now = people.filter((one) => mayPush(pushes.get(one.personId) ?? [], limit));
  const held = people.filter((one) => !now.includes(one));
  await tell(work, found, request, 'reminder', now);
  if (held.length === 0) return;
  const tomorrow = nextWorkingInstant(work.calendar, work.now.plus({ days: 1 }).startOf('day'));
  await work.tx.insert(dueStep).values(
    held.map((one) => ({
      pairId: request.pairId,
      requestId: request.id,
      recipientId: one.id,
      kind: 'again' as const,
      dueAt: tomorrow,
      reason: `held: ${step.kind}`,
    })),
  );
}

async function tell(work: Work, found: Case, request: Request, kind: OutboxKind, people: Recipient[]): Promise<void> {
  const { pairId, id } = found.inspection;
  await tellPeople(
    work,
    people.map((one) => ({
      pairId,
      kind,
      personId: one.personId,
      ref: { inspectionId: id, requestId: request.id, recipientId: one.id },
    })),
  );
}

/** Names stay on their own side. */
async function tellOwnLeaders(work: Work, found: Case, request: Request, silent: Recipient[]): Promise<void> {
  for (const side of sidesOf(request, silent))
    await tellRole(work, found, request, 'own-leader', await peopleOf(work, request.pairId, side, ['chair', 'vice']));
}

/** Each side's đầu mối hears that its own replies are not all in; the other side sees no names (R6). */
async function tellAcross(work: Work, found: Case, request: Request, silent: Recipient[]): Promise<void> {
  for (const side of sidesOf(request, silent))
    await tellRole(work, found, request, 'across', await peopleOf(work, request.pairId, side, ['secretary']));
}

const sidesOf = (request: Request, silent: Recipient[]): Side[] =>
  request.kind === 'proposal' && request.side ? [request.side] : [...new Set(silent.map((one) => one.side))];

async function tellRole(work: Work, found: Case, request: Request, kind: OutboxKind, people: number[]): Promise<void> {
  const { pairId, id } = found.inspection;
  await tellPeople(
    work,
    people.map((personId) => ({ pairId, kind, personId, ref: { inspectionId: id, requestId: request.id } })),
  );
}

/** After answering: only the day before, only the team (R15). */
async function tellTeam(work: Work, found: Case, request: Request, rows: Recipient[]): Promise<void> {
  const team = rows.filter(
    (row) => (row.capacity === 'team' || row.capacity === 'substitute') && row.replacedBy === null,
  );
  await tell(work, found, request, 'day-before', team);
}

async function pushesToday(work: Work, people: number[]): Promise<Map<number, Push[]>> {
  if (people.length === 0) return new Map();
  const since = work.now.startOf('day');
  const rows = await work.tx
    .select({ personId: outbox.personId, isSilent: outbox.silent })
    .from(outbox)
    .where(
      and(
        inArray(outbox.personId, people),
        eq(outbox.lane, LANE.notice),
        inArray(outbox.state, ['pending', 'claimed', 'sending', 'sent']),
        sql`coalesce(${outbox.sentAt}, ${outbox.notBefore}) >= ${since.toISO()}`,
      ),
    );
  const pushes = new Map<number, Push[]>();
  for (const row of rows) pushes.set(row.personId!, [...(pushes.get(row.personId!) ?? []), row]);
  return pushes;
}

