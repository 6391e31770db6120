import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { DateTime } from 'luxon';
import { planFinding, yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import type { ActionData } from '../../domain/message.ts';
import { isLeader } from '../../domain/permission.ts';
import { ZONE } from '../../domain/working-time.ts';
import { act } from '../actions/index.ts';
import { awaitsLeader } from '../plan/load-plan.ts';
import { waitingQuotas } from '../plan/load-quotas.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type WaitingFindings, waitingFindings } from './plan-finding-tasks.ts';

export type PlanTaskKind =
  | 'plan-exchange'
  | 'plan-approve'
  | 'plan-quota'
  | 'plan-answer'
  | 'plan-settle'
  | 'plan-agree'
  | 'plan-freeze';

/** `name`: the plan's year as a code; `opens`: the button's data; `dueAt`: the end of `dueDay`. */
export type PlanTask = {
  kind: PlanTaskKind;
  pairId: number;
  name: string;
  opens: ActionData;
  dueDay: string | null;
  dueAt: DateTime | null;
};

type Row = {
  plan: typeof yearPlan.$inferSelect;
  own: typeof yearPlanSide.$inferSelect;
  other: DateTime | null;
  open: number;
  isVoid: boolean;
  /** Proposals about quotas that wait for one's own side. */
  quotas: number;
  /** Whether a later plan of the pair is still worked on: quotas are answered at the last one. */
  isEarlier: boolean;
} & WaitingFindings;

/**
 * The steps of opened plans that wait for a đầu mối, and the agreement that waits for a leader, in one query. `late`: parts of other
 * sides that were due and have not been received; a digest names their number.
 */
export async function planTasks(work: Work, actor: Actor): Promise<{ tasks: PlanTask[]; late: number }> {
  const members = actor.members.filter(({ role }) => role === 'secretary' || isLeader(role));
  if (members.length === 0) return { tasks: [], late: 0 };
  const rows = await openPlans(work, actor, members);
  const today = work.now.toISODate()!;
  const isLate = ({ plan, other }: Row) =>
    plan.state === 'drafting' && plan.exchangeDue < today && (other === null || other > work.now);
  const isSecretary = ({ plan }: Row) => memberIn(actor, plan.pairId)!.role === 'secretary';
  return {
    tasks: rows.flatMap((row) => taskOf(row, memberIn(actor, row.plan.pairId)!)),
    late: rows.filter((row) => isSecretary(row) && isLate(row)).length,
  };
}

async function openPlans(work: Work, actor: Actor, members: Member[]): Promise<Row[]> {
  const across = alias(yearPlanSide, 'across');
  const own = sql.join(
    members.map(({ pairId, side }) => sql`(${pairId}::int, ${side}::text)`),
    sql`, `,
  );
  return work.tx
    .select({
      plan: yearPlan,
      own: yearPlanSide,
      other: across.exchangedAt,
      open: sql<number>`(select count(*)::int from ${planFinding} where ${planFinding.planId} = ${yearPlan.id}
        and ${planFinding.pairId} = ${yearPlan.pairId} and ${planFinding.state} = 'open')`,
      isVoid: changedSince,
      quotas: waitingQuotas(work),
      isEarlier: hasLater,
      ...waitingFindings(work, actor),
    })
    .from(yearPlan)
    .innerJoin(
      yearPlanSide,
      and(
        eq(yearPlanSide.pairId, yearPlan.pairId),
        eq(yearPlanSide.planId, yearPlan.id),
        sql`(${yearPlanSide.pairId}, ${yearPlanSide.side}) in (${own})`,
      ),
    )
    .innerJoin(
      across,
      and(
        eq(across.pairId, yearPlan.pairId),
        eq(across.planId, yearPlan.id),
        ne(across.side, yearPlanSide.side),
      ),
    )
    .where(inArray(yearPlan.state, ['drafting', 'comparing', 'agreed']))
    .orderBy(yearPlan.pairId, yearPlan.year);
}

/** A line was added or ended after the side had agreed: its word is void (R5). */
const changedSince = sql<boolean>`exists (select from plan_item line where line.pair_id = ${yearPlan.pairId}
  and line.plan_id = ${yearPlan.id} and greatest(line.made_at, line.ended_at) > ${yearPlanSide.agreedAt})`;

const hasLater = sql<boolean>`exists (select from year_plan later where later.pair_id = ${yearPlan.pairId}
  and later.year > ${yearPlan.year} and later.state in ('drafting', 'comparing'))`;

/** Of two sides each gives its part, its leader's word first, both settle what is found, then each leader agrees, then either đầu mối names the document. */
function taskOf(row: Row, { role }: Member): PlanTask[] {
  const { plan, own, open, isVoid, asked, bare, quotas, isEarlier } = row;
  const isSecretary = role === 'secretary';
  const answers =
    isSecretary && quotas > 0 && !isEarlier ? [taskFor(plan, 'plan-quota', plan.agreeDue, quotas)] : [];
  if (plan.state === 'drafting' && awaitsLeader(own))
    return isSecretary ? answers : [taskFor(plan, 'plan-approve', plan.exchangeDue)];
  if (plan.state === 'drafting')
    return isSecretary && own.exchangedAt === null
      ? [taskFor(plan, 'plan-exchange', plan.exchangeDue), ...answers]
      : answers;
  if (plan.state === 'comparing' && open === 0)
    return own.agreedAt === null || isVoid
      ? [taskFor(plan, 'plan-agree', plan.agreeDue), ...answers]
      : answers;
  if (plan.state === 'comparing')
    return [
      ...(isSecretary && asked > 0 ? [taskFor(plan, 'plan-answer', plan.agreeDue, asked)] : []),
      ...(isSecretary && bare > 0 ? [taskFor(plan, 'plan-settle', plan.agreeDue, bare)] : []),
      ...answers,
    ];
  return isSecretary ? [taskFor(plan, 'plan-freeze', null)] : [];
}

function taskFor(
  { id, pairId, year }: Row['plan'],
  kind: PlanTaskKind,
  dueDay: string | null,
  count?: number,
): PlanTask {
  const list = act(kind === 'plan-quota' ? 'planquota' : 'planfind', { id, page: 0 });
  return {
    ...{ kind, pairId, dueDay },
    name: count === undefined ? `KH-${year}` : `KH-${year} (${count})`,
    opens: count === undefined ? act('plan.show', { id }) : list,
    dueAt: dueDay === null ? null : DateTime.fromISO(dueDay, { zone: ZONE }).endOf('day'),
  };
}
