import { and, asc, type Column, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { DateTime } from 'luxon';
import { duty, dutySlot, inspection, inspectionVersion, recommendation } from '../../../db/schema/index.ts';
import type { ActionData } from '../../domain/message.ts';
import type { Side } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import { act } from '../actions/index.ts';
import type { Actor, Work } from '../work.ts';
import { ITS_INSPECTION, ITS_VERSION, maySee } from './list-recommendations.ts';

/**
 * A duty to meet, or what a conclusion asked for; `name`: of the duty, or the inspection's code and the number; `opens`: the button's
 * data; `dueAt` of a day is its end.
 */
export type DueTask = {
  pairId: number;
  name: string;
  opens: ActionData;
  dueAt: DateTime | null;
} & ({ kind: 'duty' | 'duty_event' } | { kind: 'recommendation'; dueDay: string | null });

type Row = {
  kind: DueTask['kind'];
  pairId: number;
  id: number;
  name: string;
  dueDay: string | null;
  dueAt: DateTime | null;
};

/** More than this is worked off from /kiennghi. */
const MOST = 200;

/** Open duties of one's own side, and what conclusions asked of it and nobody has said is done, for its đầu mối; one query in fixed columns. */
export async function dueTasks(work: Work, actor: Actor): Promise<DueTask[]> {
  if (!actor.members.some(({ role }) => role === 'secretary')) return [];
  const rows = await unionAll(openSlots(work, actor), toCarryOut(work, actor));
  return rows.map(taskOf);
}

function taskOf({ kind, pairId, id, name, dueDay, dueAt }: Row): DueTask {
  if (kind !== 'recommendation') return { kind, pairId, name, dueAt, opens: act('xduty', { slotId: id }) };
  const endOfDay = dueDay === null ? null : DateTime.fromISO(dueDay, { zone: ZONE }).endOf('day');
  return { kind, pairId, name, dueDay, dueAt: endOfDay, opens: act('rec.show', { id }) };
}

/** Where the person is đầu mối, and the row is of their side. */
const isOwn = (actor: Actor, pairId: Column, side: Column): SQL | undefined =>
  or(
    ...(['a', 'b'] satisfies Side[]).map((own) => {
      const members = actor.members.filter((member) => member.role === 'secretary' && member.side === own);
      const pairs = members.map((member) => member.pairId);
      return and(inArray(pairId, pairs), eq(side, own));
    }),
  );

const KIND = sql<DueTask['kind']>`case when ${dutySlot.eventKey} is null then 'duty' else 'duty_event' end`;

const openSlots = (work: Work, actor: Actor) =>
  work.tx
    .select({
      kind: KIND.as('kind'),
      pairId: dutySlot.pairId,
      id: dutySlot.id,
      name: duty.name,
      dueDay: sql<string | null>`null::date`.as('due_day'),
      dueAt: sql`${dutySlot.dueAt}`.mapWith(dutySlot.dueAt).as('due_at'),
    })
    .from(dutySlot)
    .innerJoin(duty, and(eq(duty.pairId, dutySlot.pairId), eq(duty.id, dutySlot.dutyId)))
    .where(and(eq(dutySlot.state, 'open'), isOwn(actor, dutySlot.pairId, dutySlot.side)));

/** Of the side that led. */
const toCarryOut = (work: Work, actor: Actor) =>
  work.tx
    .select({
      kind: sql<DueTask['kind']>`'recommendation'::text`.as('kind'),
      pairId: recommendation.pairId,
      id: recommendation.id,
      name: RECOMMENDATION.as('name'),
      dueDay: sql<string | null>`${recommendation.dueDay}`.as('due_day'),
      dueAt: sql`null::timestamptz`.mapWith(dutySlot.dueAt).as('due_at'),
    })
    .from(recommendation)
    .innerJoin(inspection, ITS_INSPECTION)
    .innerJoin(inspectionVersion, ITS_VERSION)
    .where(
      and(
        eq(recommendation.state, 'open'),
        isOwn(actor, recommendation.pairId, inspectionVersion.leadSide),
        maySee(work, actor),
      ),
    )
    .orderBy(sql`${recommendation.dueDay} asc nulls last`, asc(recommendation.id))
    .limit(MOST);

const RECOMMENDATION = sql<string>`coalesce(${inspection.code}, ${inspection.id}::text) || ' (' || ${recommendation.n} || ')'`;
