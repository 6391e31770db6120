import { type SQL, sql } from 'drizzle-orm';
import { KINDS, type Kind } from '../../domain/kinds.ts';
import type { Kin } from '../../domain/overlap.ts';
import type { PlanOverlapReason } from '../../domain/plan.ts';
import { findPlanOverlaps } from '../../domain/plan-overlaps.ts';
import type { Side } from '../../domain/side.ts';
import { shutTargets, visibleTo } from '../view/visible.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** An open inspection of one's own side that clashes with another of its pair, and nobody has said why both stay (R2). */
export type OpenClash = {
  pairId: number;
  inspectionId: number;
  code: string | null;
  otherId: number;
  reasons: PlanOverlapReason[];
};

type Going = {
  id: number;
  pairId: number;
  side: Side;
  code: string | null;
  targetId: number;
  kind: Kind;
  windowFrom: string;
  windowTo: string;
};

type Found = { going: Going[]; kin: Kin[]; kept: [number, number][] };

/** The same actor as đầu mối only: who else is not told of them. */
const asSecretary = (actor: Actor): Actor => ({
  ...actor,
  members: actor.members.filter(({ role }) => role === 'secretary'),
});

/**
 * Unsettled overlaps of inspections that are going, of the pairs in which the person is đầu mối; of two of one's own side the later
 * one counts. One's own people in two places are not in it: of another pair there is no row to settle.
 */
export async function openClashes(work: Work, actor: Actor): Promise<OpenClash[]> {
  const { going, kin, kept } = await loadGoing(work, asSecretary(actor));
  const byId = new Map(going.map((one) => [one.id, one]));
  const settled = new Set(kept.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const lines = going.map((one) => ({ ...one, side: null }));
  return findPlanOverlaps(lines, kin).flatMap(({ itemId, otherId, reasons }): OpenClash[] => {
    if (settled.has(`${itemId} ${otherId}`)) return [];
    const isOwn = (one: Going) => memberIn(actor, one.pairId)!.side === one.side;
    const both = [byId.get(otherId)!, byId.get(itemId)!];
    const own = both.find(isOwn);
    if (!own) return [];
    const { id: inspectionId, pairId, code } = own;
    return [{ pairId, inspectionId, code, reasons, otherId: inspectionId === itemId ? otherId : itemId }];
  });
}

/** Kinds that count (R2). Targets of different pairs have different ids, so that no pair meets another. */
const COUNTED = KINDS.filter(({ overlaps }) => overlaps).map(({ key }) => key);
const GOING = ['proposed', 'countered', 'agreed', 'official', 'under_way'] as const;

/** What overlaps are found from, in one query whose cost is that of what is going, in pairs where more than one is. */
async function loadGoing(work: Work, actor: Actor): Promise<Found> {
  const pairs = actor.members.map(({ pairId }) => pairId);
  if (pairs.length === 0) return { going: [], kin: [], kept: [] };
  // Offset 0: each version by its index, or the filter on targets reads all there ever were.
  const [found] = await work.tx.execute<Found>(sql`
    with mine as materialized (
      select id, pair_id, side, code, version_id from inspection
      where pair_id in ${pairs} and state in ${GOING} and ${visibleTo(work, actor)}),
    going as materialized (
      select mine.*, v.target_id, v.kind, v.window_from, v.window_to
      from mine cross join lateral (select * from inspection_version
        where inspection_version.pair_id = mine.pair_id and inspection_version.id = mine.version_id offset 0) v
      where v.kind in ${COUNTED} and v.target_id not in ${shutTargets(actor)}),
    several as (select pair_id from going group by pair_id having count(*) > 1)
    select
      coalesce((select json_agg(json_build_object('id', id, 'pairId', pair_id, 'side', side, 'code', code,
        'targetId', target_id, 'kind', kind, 'windowFrom', window_from, 'windowTo', window_to))
        from going where pair_id in (select pair_id from several)), '[]') as going,
      coalesce((select json_agg(json_build_object('id', t.id, 'parentId', t.parent_id, 'successorId', t.successor_id))
        from target t where t.pair_id in (select pair_id from several)
          and (t.parent_id is not null or t.successor_id is not null)), '[]') as kin,
      coalesce((select json_agg(json_build_array(one, other)) from (${KEPT}) kept), '[]') as kept`);
  return found!;
}

/** Kept with a reason when it was proposed, or by both sides in the year's plan of which the two are lines. */
const KEPT: SQL = sql`
  select s.inspection_id as one, s.other_id as other from overlap_settled s
    join going on going.pair_id = s.pair_id and going.id = s.inspection_id
  union all
  select line.inspection_id, coalesce(beside.inspection_id, held.id) from plan_item line
    join going on going.pair_id = line.pair_id and going.id = line.inspection_id
    join plan_finding f on f.pair_id = line.pair_id and f.item_id = line.id and f.state = 'settled'
    left join plan_item beside on beside.pair_id = f.pair_id and beside.id = f.other_id
    left join inspection held on held.pair_id = f.pair_id and held.version_id = f.version_id`;
