import { and, count, eq, isNull } from 'drizzle-orm';
import { inspection, inspectionSession } from '../../../db/schema/index.ts';
import { inOrder, isInWindow, type PlannedSession, type Weight, weighChange } from '../../domain/change.ts';
import { isLive } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { audit } from '../audit.ts';
import { moveDayBefore } from '../request/move-day-before.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { materialOf } from '../view/change-lines.ts';
import { otherName } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { eventOf } from './event-of.ts';
import { type Case, loadCase } from './load-case.ts';
import { pendingOf } from './propose-change-ask.ts';
import { tellSchedule } from './tell-schedule.ts';

type Said = Extract<Weight, { kind: 'said' }>;

export type NewSchedule = {
  /** The version and the schedule that the đầu mối saw; when others hold by now, nothing is said. */
  baseVersionId: number;
  baseSchedule?: number;
  /** All sessions as they are to stand. */
  sessions: PlannedSession[];
};

/**
 * The lead's đầu mối says hours and places: a first schedule, a later session, another place. The version stays, and with it what was
 * answered (R5); both sides are told silently (R15). Refused: what is a change, which is proposed.
 */
export async function saySchedule(
  work: Work,
  actor: Actor,
  inspectionId: number,
  given: NewSchedule,
): Promise<{ kind: 'said'; found: Case } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'schedule.say', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const said = await weighed(work, found, given);
  if (isRefused(said)) return said;
  const from = await eventOf(work, found);
  await writeSaid(work, actor, found, said);
  await moveDayBefore(work, found, { from, to: await eventOf(work, found) });
  await audit(work, {
    pairId: member.pairId,
    type: 'schedule.said',
    by: actor.personId,
    inspectionId,
    facts: {
      side: member.side,
      version: found.version.id,
      what: said.reason,
      added: said.added.length,
      elsewhere: said.elsewhere.length,
    },
    values: { schedule: { value: inOrder(given.sessions).map(written).join('\n') } },
  });
  await tellSchedule(work, actor, found);
  return { kind: 'said', found: (await loadCase(work, inspectionId))! };
}

const written = ({ kind, startsAt, place }: PlannedSession): string =>
  `${startsAt.toUTC().toISO()} ${kind} ${place}`;

async function weighed(work: Work, found: Case, given: NewSchedule): Promise<Said | Refused> {
  const { inspection: row, version } = found;
  if (!isLive(row.state)) return refuse('refused-state');
  if (isSensitiveKind(version.kind)) return refuse('refused-sensitive-session');
  if (await pendingOf(work, row.id)) return refuse('refused-pending-already');
  if (version.id !== given.baseVersionId || (await isOtherSchedule(work, found, given.baseSchedule)))
    return refuse('refused-version-moved');
  if (given.sessions.some((one) => !isInWindow(one.startsAt, version)))
    return refuse('refused-session-outside');
  const before = await materialOf(work, version);
  const weight = weighChange(before, { ...before, sessions: given.sessions }, { isLead: true });
  if (weight.kind === 'nothing') return refuse('refused-nothing-changed');
  if (weight.kind === 'said') return weight;
  return refuse('refused-schedule-is-change', { other: otherName(found, version.leadSide) });
}

/** How many sessions were ever written of a version: each word on its schedule adds to them. */
export async function scheduleMark(work: Work, versionId: number): Promise<number> {
  const [row] = await work.tx
    .select({ many: count() })
    .from(inspectionSession)
    .where(eq(inspectionSession.versionId, versionId));
  return row!.many;
}

/** Whether something was said of the schedule since it was seen; `seen` undefined: nobody noted it. */
export const isOtherSchedule = async (work: Work, { version }: Case, seen: number | undefined) =>
  seen !== undefined && (await scheduleMark(work, version.id)) !== seen;

async function writeSaid(work: Work, actor: Actor, found: Case, said: Said): Promise<void> {
  const { pairId, id } = found.inspection;
  const versionId = found.version.id;
  for (const { session } of said.elsewhere)
    await work.tx
      .update(inspectionSession)
      .set({ supersededAt: work.now })
      .where(
        and(
          eq(inspectionSession.versionId, versionId),
          eq(inspectionSession.startsAt, session.startsAt),
          eq(inspectionSession.kind, session.kind),
          eq(inspectionSession.place, session.place),
          isNull(inspectionSession.supersededAt),
        ),
      );
  const moved = said.elsewhere.map(({ session, place }) => ({ ...session, place }));
  await work.tx.insert(inspectionSession).values(
    [...said.added, ...moved].map(({ kind, startsAt, place }) => ({
      ...{ pairId, versionId, kind, startsAt, place },
      addedAt: work.now,
      addedBy: actor.personId,
    })),
  );
  await work.tx.update(inspection).set({ changedAt: work.now }).where(eq(inspection.id, id));
}
