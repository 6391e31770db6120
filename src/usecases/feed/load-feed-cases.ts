import { and, asc, eq, gt, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import {
  committee,
  inspection,
  inspectionSession,
  inspectionSymbol,
  inspectionTeam,
  inspectionVersion,
  pair,
} from '../../../db/schema/index.ts';
import { FEED_KEPT_DAYS, FEED_STATES, type FeedCase, type FeedState } from '../../domain/feed.ts';
import { shutTargets, visibleTo } from '../view/visible.ts';
import type { Work } from '../work.ts';
import type { FeedReader } from './find-feed.ts';

/**
 * The inspections of a calendar, by id: what the reader may see, but drafts and targets they belong to; what ended, was stopped or
 * not held for FEED_KEPT_DAYS more. `only`: one inspection alone.
 */
export async function loadFeedCases(work: Work, from: FeedReader, only?: number): Promise<FeedCase[]> {
  const rows = await work.tx
    .select({
      inspection,
      version: inspectionVersion,
      lead: committee.shortName,
      symbols,
      attends: attends(from),
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .innerJoin(committee, eq(committee.id, leadCommittee))
    .where(and(isShown(work, from), only === undefined ? isKept(work) : eq(inspection.id, only)))
    .orderBy(asc(inspection.id));
  const sessions = await sessionsOf(
    work,
    rows.map(({ version }) => version.id),
  );
  return rows.map(({ inspection: one, version, lead, symbols, attends }) => {
    const own = sessions.filter((session) => session.versionId === version.id);
    return {
      pairId: one.pairId,
      inspectionId: one.id,
      code: one.code,
      state: one.state as FeedState,
      kind: version.kind,
      lead,
      n: version.n,
      round: version.round,
      said: own.filter((session) => session.addedAt !== null).length,
      symbols: Number(symbols),
      changedAt: latest(one.changedAt, version.confirmedAt ?? version.madeAt),
      window: { from: version.windowFrom, to: version.windowTo },
      sessions: own.filter((session) => session.supersededAt === null),
      isAttended: attends,
    };
  });
}

const latest = (one: DateTime, other: DateTime): DateTime => (one > other ? one : other);

const leadCommittee = sql`case ${inspectionVersion.leadSide} when 'a' then ${pair.committeeA} else ${pair.committeeB} end`;

const symbols = sql<string>`(select count(*) from ${inspectionSymbol} where ${inspectionSymbol.inspectionId} = ${inspection.id})`;

/** A committee takes part in all it holds; a person where they are of the team. */
const attends = ({ reader, committeeId }: FeedReader): SQL<boolean> =>
  committeeId !== null
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from ${inspectionTeam} where ${inspectionTeam.inspectionId} = ${inspection.id}
        and ${inspectionTeam.personId} = ${reader.personId})`;

const isShown = (work: Work, { reader }: FeedReader): SQL =>
  and(
    visibleTo(work, reader),
    inArray(inspection.state, FEED_STATES),
    sql`${inspectionVersion.targetId} not in ${shutTargets(reader)}`,
  )!;

function isKept(work: Work): SQL {
  const since = work.now.startOf('day').minus({ days: FEED_KEPT_DAYS });
  const isGone = inArray(inspection.state, ['stopped', 'not_held']);
  const isRecent = or(
    gt(inspectionVersion.windowTo, since.toISODate()!),
    sql`exists (select 1 from ${inspectionSession} where ${inspectionSession.versionId} = ${inspectionVersion.id}
      and ${inspectionSession.startsAt} >= ${since.toISO()})`,
  );
  return or(
    and(isGone, gt(inspection.changedAt, since)),
    and(notInArray(inspection.state, ['stopped', 'not_held']), isRecent),
  )!;
}

/** Those too whose place is another by now: what was said counts in the sequence. */
async function sessionsOf(work: Work, versions: number[]) {
  if (versions.length === 0) return [];
  return work.tx
    .select()
    .from(inspectionSession)
    .where(inArray(inspectionSession.versionId, versions))
    .orderBy(asc(inspectionSession.startsAt), asc(inspectionSession.id));
}
