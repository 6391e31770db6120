import type { Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { item, paged } from '../view/paged.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type Planned, planFor } from './load-plan.ts';
import { takesQuotas } from './load-quotas.ts';
import { monthsText, type PlanFigures, planFigures } from './plan-figures.ts';
import { changeText, isPutTo, quotaLine, quotaText, stateText } from './quota-lines.ts';

/** With the figures above them a page stays within seven lines a message. */
const PAGE = 3;

/** What the whole plan leaves open: organisations and turns of the year, empty months, quotas three a page, each a button. */
export async function quotaList(
  work: Work,
  actor: Actor,
  planId: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  const { planned, member } = allowed;
  const figures = await planFigures(work, actor, planned);
  const { shown, turns } = paged(
    figures.quotas,
    page,
    (to) => act('planquota', { id: planId, page: to }),
    PAGE,
  );
  return details(
    [
      ...headLines(planned, figures),
      ...shown.map(({ item: quota, n }) => item(n, [quotaLine(quota, member.side)])),
    ],
    [
      ...shown.map(
        ({ item: { row }, n }): Button => ({
          label: text('button-planquota-one', { n }),
          does: act('planq.show', { planId, quotaId: row.id }),
        }),
      ),
      maySet(planned, member) && button('button-planquota-add', act('planq.add', { planId })),
      ...turns,
      button('button-plan-open', act('plan.show', { id: planId })),
    ],
  );
}

const maySet = (planned: Planned, member: Member): boolean =>
  takesQuotas(planned) && mayDo(member, 'plan.settle');

function headLines({ plan }: Planned, { coverage, months, quotas, isOwnOnly }: PlanFigures): Text[] {
  const { covered, turns } = coverage;
  const year = String(plan.year);
  return [
    text('planquota-head', { year, n: covered.part, of: covered.whole, turns }),
    ...(isOwnOnly ? [text('planquota-own-only')] : []),
    monthsText(months),
    ...(quotas.length === 0 ? [text('planquota-none')] : []),
  ];
}

/** One quota: what is wanted, where it stands, what is put forward, and what its reader can do about it. */
export async function quotaMessage(
  work: Work,
  actor: Actor,
  ids: { planId: number; quotaId: number },
): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, ids.planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  const { planned, member } = allowed;
  const { quotas } = await planFigures(work, actor, planned);
  const quota = quotas.find(({ row, change }) => row.id === ids.quotaId || change?.id === ids.quotaId);
  if (!quota) return refuse('refused-not-found');
  const { row, change, state } = quota;
  const isNew = row.state === 'open';
  return details(
    [
      text('planquota-what', { what: quotaText(row) }),
      text('planquota-now', { state: stateText(row, state) }),
      change &&
        text(isPutTo(quota, member.side) ? 'planquota-asked' : 'planquota-sent', {
          other: planned.committees[change.side].shortName,
          how: isNew ? text('planquota-new') : changeText(change),
        }),
    ],
    [
      ...(maySet(planned, member) ? actions(quota, ids.planId, member) : []),
      button('button-planquota-list', act('planquota', { id: ids.planId, page: 0 })),
    ],
  );
}

function actions(quota: PlanFigures['quotas'][number], planId: number, member: Member): Button[] {
  const { row, change } = quota;
  const does = (what: 'yes' | 'no' | 'recall' | 'change' | 'drop') =>
    act(`planq.${what}`, { planId, quotaId: change?.id ?? row.id });
  if (isPutTo(quota, member.side))
    return [button('button-planfind-yes', does('yes'), 'success'), button('button-planfind-no', does('no'))];
  if (change) return [button('button-planfind-recall', does('recall'))];
  return [button('button-planquota-change', does('change')), button('button-planquota-drop', does('drop'))];
}
