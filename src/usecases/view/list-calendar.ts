import { and, eq, gte, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import {
  committee,
  inspection,
  inspectionSession,
  inspectionVersion,
  pair,
  target,
} from '../../../db/schema/index.ts';
import type { Inspected } from '../../domain/inspected.ts';
import type { InspectionState, SessionKind } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import { above, IS_ABOVE } from '../inspection/load-case.ts';
import type { Actor, Work } from '../work.ts';
import { nameOutside } from './target-text.ts';
import { shutTargets, visibleTo } from './visible.ts';

/** One line of the calendar: a session, or a window whose sessions are over or not set yet. */
export type CalendarEntry = Inspected & {
  inspectionId: number;
  pairId: number;
  code: string | null;
  state: InspectionState;
  kind: Kind;
  /** Null for sensitive kinds: a code, a side, a deadline (C4). */
  target: string | null;
  lead: string;
  /** The day it is sorted by. */
  day: string;
  /** `to` excluded. */
  window: { from: string; to: string };
  session: { kind: SessionKind; startsAt: DateTime; place: string } | null;
};

const ENDED = ['concluded', 'stopped', 'not_held'] as const satisfies InspectionState[];

/** Inspections and sessions from today on that this person may see, over all pairs, by date; `until` (a day) excluded. One query. */
export async function listAhead(work: Work, actor: Actor, until?: string): Promise<CalendarEntry[]> {
  const rows = await rowsAhead(work, actor, work.now.toISODate()!);
  const entries = rows.map(
    ({
      inspection: { id, pairId, code, state },
      version,
      target: name,
      above,
      lead,
      session,
    }): CalendarEntry => ({
      inspectionId: id,
      pairId,
      code,
      state,
      kind: version.kind,
      target: isSensitiveKind(version.kind) ? null : nameOutside(name, above, version),
      memberCount: version.memberCount,
      isOfMembers: version.isOfMembers,
      lead,
      day: session?.startsAt.toISODate() ?? version.windowFrom,
      window: { from: version.windowFrom, to: version.windowTo },
      session,
    }),
  );
  return entries.filter((entry) => until === undefined || entry.day < until).sort(byTime);
}

const byTime = (one: CalendarEntry, other: CalendarEntry): number =>
  one.day.localeCompare(other.day) ||
  (one.session?.startsAt.toMillis() ?? 0) - (other.session?.startsAt.toMillis() ?? 0) ||
  one.inspectionId - other.inspectionId;

/** Each inspection with its sessions ahead, or once without one. */
const rowsAhead = (work: Work, actor: Actor, today: string) =>
  work.tx
    .select({
      inspection,
      version: inspectionVersion,
      target: target.name,
      above: above.name,
      lead: committee.shortName,
      session: inspectionSession,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .leftJoin(above, IS_ABOVE)
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .innerJoin(committee, eq(committee.id, leadCommittee))
    .leftJoin(
      inspectionSession,
      and(
        eq(inspectionSession.pairId, inspection.pairId),
        eq(inspectionSession.versionId, inspectionVersion.id),
        gte(inspectionSession.startsAt, work.now.startOf('day')),
        isNull(inspectionSession.supersededAt),
      ),
    )
    .where(
      and(
        visibleTo(work, actor),
        notInArray(inspection.state, ENDED),
        sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
        sql`${inspection.versionId} in (${versionsAhead(work, actor, today)})`,
      ),
    );

const leadCommittee = sql`case ${inspectionVersion.leadSide} when 'a' then ${pair.committeeA} else ${pair.committeeB} end`;

/** By the windows and the sessions that are ahead, along their indexes: whatever else a ledger of years holds is not looked at. */
const versionsAhead = (work: Work, actor: Actor, today: string): SQL => {
  const pairs = sql`${`{${actor.members.map((member) => member.pairId).join(',')}}`}::int[]`;
  return sql`
    select id from inspection_version where window_to > ${today} and pair_id = any(${pairs})
    union select version_id from inspection_session
      where starts_at >= ${work.now.startOf('day').toISO()} and pair_id = any(${pairs})`;
};
