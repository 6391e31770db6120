import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { inspectionVersion, recommendation } from '../../../db/schema/index.ts';
import type { ActionData } from '../../domain/message.ts';
import { ZONE } from '../../domain/working-time.ts';
import { act } from '../actions/index.ts';
import type { Actor, Work } from '../work.ts';
import { recommendationsSeen } from './list-recommendations.ts';

/** `name`: the inspection's code and the number; `opens`: the button's data; `dueAt`: the end of `dueDay`. */
export type RecommendationTask = {
  kind: 'recommendation';
  pairId: number;
  name: string;
  opens: ActionData;
  dueDay: string | null;
  dueAt: DateTime | null;
};

/** More than this is worked off from /kiennghi. */
const MOST = 200;

/** What conclusions asked for and nobody has said is done: the đầu mối of the side that led, in one query. */
export async function recommendationTasks(work: Work, actor: Actor): Promise<RecommendationTask[]> {
  const led = (['a', 'b'] as const).flatMap((side) => {
    const pairs = actor.members
      .filter((member) => member.role === 'secretary' && member.side === side)
      .map((member) => member.pairId);
    const isOwn = and(inArray(recommendation.pairId, pairs), eq(inspectionVersion.leadSide, side));
    return pairs.length === 0 ? [] : [isOwn];
  });
  if (led.length === 0) return [];
  const rows = await recommendationsSeen(work, actor, [eq(recommendation.state, 'open'), or(...led)])
    .orderBy(sql`${recommendation.dueDay} asc nulls last`, asc(recommendation.id))
    .limit(MOST);
  return rows.map(({ row, code }) => ({
    kind: 'recommendation',
    pairId: row.pairId,
    name: `${code ?? row.inspectionId} (${row.n})`,
    opens: act('rec.show', { id: row.id }),
    dueDay: row.dueDay,
    dueAt: row.dueDay === null ? null : DateTime.fromISO(row.dueDay, { zone: ZONE }).endOf('day'),
  }));
}
