import { and, eq, gte, inArray, isNotNull, isNull, min, notExists, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import {
  inspection,
  inspectionSession,
  inspectionVersion,
  pair,
  planItem,
  request,
} from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { plannedNoticeAt } from '../../domain/plan-notice.ts';
import { isWorkingTime, nextWorkingInstant, ZONE } from '../../domain/working-time.ts';
import { issueNotice } from '../inspection/issue-notice.ts';
import { loadCase } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';

/** A joint inspection of a plan whose notice has not gone out, and when it is to go: from the version that holds. */
type Waiting = { inspectionId: number; policy: typeof pair.$inferSelect.policy; dueAt: DateTime };

/** Inspections made from joint lines whose notice is due now, in working time; what a downtime left goes with them (R14). */
export async function duePlannedNotices(work: Work): Promise<number[]> {
  const waiting = await waitingNotices(work);
  return waiting
    .filter(({ dueAt, policy }) => dueAt <= work.now && isWorked(work, policy))
    .map((one) => one.inspectionId);
}

/** When the next such notice goes out; undefined: none waits. What is held waits for working time. */
export async function nextPlannedNotice(work: Work): Promise<DateTime | undefined> {
  const waiting = await waitingNotices(work);
  const instants = waiting.map(({ dueAt, policy }) =>
    dueAt > work.now
      ? dueAt
      : nextWorkingInstant(calendarOf(work.calendar, policy), work.now.plus({ seconds: 1 })),
  );
  return instants.sort((one, other) => one.toMillis() - other.toMillis())[0];
}

/**
 * Notifies both committees if the notice of this inspection is due and has not gone out: the row is locked, so that it goes once,
 * whatever the number of processes. False: another was first, or its time has not come.
 */
export async function issuePlannedNotice(work: Work, inspectionId: number): Promise<boolean> {
  const found = await loadCase(work, inspectionId, { lock: true });
  const [waiting] = found ? await waitingNotices(work, inspectionId) : [];
  if (!found || !waiting || waiting.dueAt > work.now) return false;
  await issueNotice(work, found, null);
  return true;
}

/** Whether the notice of this inspection goes out at a time of the plan's, and has not yet: nothing else sends it before. */
export async function noticeWaitsForPlan(work: Work, inspectionId: number): Promise<boolean> {
  const rows = await work.tx
    .select({ id: planItem.id })
    .from(planItem)
    .innerJoin(inspection, itsInspection)
    .where(
      and(
        eq(planItem.inspectionId, inspectionId),
        isNull(planItem.side),
        hasMadeIt,
        notExists(noticeOf(work, planItem)),
      ),
    );
  return rows.length > 0;
}

const isWorked = (work: Work, policy: Waiting['policy']): boolean =>
  isWorkingTime(calendarOf(work.calendar, policy), work.now);

const itsInspection = and(eq(inspection.pairId, planItem.pairId), eq(inspection.id, planItem.inspectionId));

/** One that was there before the line keeps its own way to its notice. */
const hasMadeIt = gte(inspection.createdAt, planItem.madeAt);

/** Any notice, void ones too: after the first, what follows is the change's own matter. */
const noticeOf = (work: Work, of: typeof planItem) =>
  work.tx
    .select({ id: request.id })
    .from(request)
    .where(
      and(
        eq(request.pairId, of.pairId),
        eq(request.inspectionId, of.inspectionId),
        eq(request.kind, 'notice'),
      ),
    );

/** By the version that holds, so that an agreed change of dates moves it; nothing is said of a window that is over. */
async function waitingNotices(work: Work, inspectionId?: number): Promise<Waiting[]> {
  const rows = await work.tx
    .select({
      inspectionId: inspection.id,
      state: inspection.state,
      policy: pair.policy,
      windowFrom: inspectionVersion.windowFrom,
      firstAt: min(inspectionSession.startsAt),
    })
    .from(planItem)
    .innerJoin(inspection, itsInspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .leftJoin(
      inspectionSession,
      and(
        eq(inspectionSession.pairId, inspection.pairId),
        eq(inspectionSession.versionId, inspectionVersion.id),
      ),
    )
    .where(
      and(
        isNotNull(planItem.inspectionId),
        isNull(planItem.side),
        hasMadeIt,
        inArray(inspection.state, ['agreed', 'official']),
        sql`${inspectionVersion.windowTo} > ${work.now.toISODate()}`,
        inspectionId === undefined ? undefined : eq(inspection.id, inspectionId),
        notExists(noticeOf(work, planItem)),
      ),
    )
    .groupBy(inspection.id, pair.id, inspectionVersion.id);
  return rows.flatMap(({ state, policy, windowFrom, firstAt, ...row }): Waiting[] => {
    // Where the agreement waits for the document, nothing goes out before its symbol.
    if (policy.noticeAt === 'official' && state !== 'official') return [];
    const eventAt = firstAt ?? DateTime.fromISO(windowFrom, { zone: ZONE });
    return [{ ...row, policy, dueAt: plannedNoticeAt(work.calendar, policy, eventAt) }];
  });
}
