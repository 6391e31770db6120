import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inspectionVersion, planFinding, planItem, planSettlement } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import { shutTargets } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';

/**
 * Findings `f` with their lines `one` and `other`, `held`, what was agreed of an inspection, and `s`, what is put forward and waits: these names are meant by everything
 * here.
 */
export const FINDING_ROWS: SQL = sql`plan_finding f
  left join plan_item one on one.pair_id = f.pair_id and one.id = f.item_id
  left join plan_item other on other.pair_id = f.pair_id and other.id = f.other_id
  left join inspection_version held on held.pair_id = f.pair_id and held.id = f.version_id
  left join plan_settlement s on s.pair_id = f.pair_id and s.finding_id = f.id and s.state = 'open'`;

/** The same names for queries that join them one by one. */
export const finding = alias(planFinding, 'f');
export const one = alias(planItem, 'one');
export const other = alias(planItem, 'other');
export const held = alias(inspectionVersion, 'held');
export const settlement = alias(planSettlement, 's');

/** Nobody reads anything of an organisation that they belong to. */
export function isOpenTo(actor: Actor): SQL {
  const shut = shutTargets(actor);
  return sql`coalesce(f.target_id, one.target_id) not in ${shut} and coalesce(other.target_id, held.target_id, 0) not in ${shut}`;
}

/** Whether what a side put forward at an instant, in a pair, has passed its time for recall (R4). */
export const hasCrossed = (
  work: Work,
  at: SQL,
  pairId: SQL,
): SQL<boolean> => sql`${at} + make_interval(secs =>
  (select (policy->>'recallSeconds')::int from pair where pair.id = ${pairId})) <= ${work.now.toISO()}`;

/** The same of what is put forward about a finding. */
export const isAcross = (work: Work): SQL<boolean> => hasCrossed(work, sql`s.at`, sql`s.pair_id`);

/** Whether the other side asks this one; a line that fills a gap asks nobody. False where nothing is put forward. */
export const isPutToUs = (work: Work, side: SQL | Side): SQL<boolean> =>
  sql`(coalesce(s.side <> ${side} and s.how <> 'fill', false) and ${isAcross(work)})`;

/** Whether a side knows of something that is put forward: its own at once, the other's once it is asked. */
export const isKnown = (work: Work, side: SQL | Side): SQL<boolean> =>
  sql`(coalesce(s.side = ${side}, false) or ${isPutToUs(work, side)})`;
