import type { Button, Text } from '../../domain/message.ts';
import type { PlanQuota } from '../../domain/plan-quota.ts';
import type { Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { button, text } from '../said.ts';
import { joined } from '../view/paged.ts';
import type { Planned } from './load-plan.ts';
import type { Quota, QuotaRow } from './load-quotas.ts';
import type { PlanFigures } from './plan-figures.ts';

type Figured = PlanFigures['quotas'][number];

/** "Giám sát chuyên đề, trong năm: ít nhất 8 tổ chức". */
export const quotaText = ({ kind, span, measure, least }: PlanQuota): Text =>
  text(`planquota-${measure}`, { scope: scopeText({ kind, span }), least });

const scopeText = ({ kind, span }: Pick<PlanQuota, 'kind' | 'span'>): Text =>
  text(`planquota-in-${span}`, { kind: kind === null ? text('planquota-all-kinds') : text(`kind-${kind}`) });

/** "5/8 tổ chức, thiếu 3": where it stands, n of N (R10). */
export function stateText({ measure }: PlanQuota, state: Figured['state']): Text {
  if (state === undefined) return text('planquota-no-term');
  const { part, whole } = state.reached;
  const unit = text(`planquota-unit-${measure}`);
  const args = { n: part, of: whole, unit, missing: state.missing };
  return state.missing === 0 ? text('planquota-reached', args) : text('planquota-short', args);
}

/** One line of the list: what is wanted, where it stands, what waits. */
export const quotaLine = ({ row, change, state }: Figured, side: Side): Text =>
  joined([
    text(row.measure === 'each' ? 'planquota-line-each' : 'planquota-line', {
      ...{ scope: scopeText(row), least: row.least, state: stateText(row, state) },
    }),
    change && waitText(row, change, side),
  ]);

/** What is put forward about a quota, and whom it waits for. */
function waitText(row: QuotaRow, change: QuotaRow, side: Side): Text {
  const whose = text(change.side === side ? 'planfind-state-sent' : 'planfind-state-asked');
  return change.id === row.id ? joined([text('planquota-new'), whose]) : joined([changeText(change), whose]);
}

/** "đề nghị bỏ", "đề nghị đổi thành 10". */
export const changeText = ({ least }: Pick<QuotaRow, 'least'>): Text =>
  least === 0 ? text('planquota-to-go') : text('planquota-to-be', { least });

/** Whether something is put forward and waits for this side's word. */
export const isPutTo = ({ change }: Quota, side: Side): boolean =>
  change !== undefined && change.side !== side;

/** The way to a plan's figures and quotas. */
export const quotasButton = ({ plan }: Planned): Button =>
  button('button-planquota-list', act('planquota', { id: plan.id, page: 0 }));
