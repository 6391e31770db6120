import type { Message } from '../../domain/message.ts';
import { PERIODS, periodData, periodNamed } from '../../domain/report-period.ts';
import { act } from '../actions/index.ts';
import { openForm, openFormOf } from '../form/open-form.ts';
import { reportForm } from '../form/report-form.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../said.ts';
import { plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { choosePair, readPeriod, readReport } from './report-message.ts';
import { openScope, type PairChoice, reportMembers } from './report-scope.ts';

/** /baocao and what was typed after it: the report, or the question of which pair or which period. */
export async function askReport(work: Work, actor: Actor, typed: string): Promise<Message | Refused> {
  const members = reportMembers(actor);
  const [only, ...more] = members;
  if (!only) return refuse('refused-not-allowed');
  if (typed === '?') return message([text('report-examples')]);
  const period = typed === '' ? undefined : readPeriod(work, typed);
  if (period && isRefused(period)) return period;
  if (more.length > 0) return choosePair(actor, 0, period);
  return period ? readReport(work, actor, only.pairId, period, 0) : askPeriod(work, actor, only.pairId);
}

/** Which period: buttons, or words into a form, unless another form is being filled in. */
export async function askPeriod(work: Work, actor: Actor, choice: PairChoice): Promise<Message | Refused> {
  const scope = openScope(actor, choice, periodNamed('year', work.now));
  if (isRefused(scope)) return scope;
  const pair = scope.members.length > 1 ? text('report-all-pairs') : plain(scope.members[0].pairName);
  const open = await openFormOf(work, actor.personId);
  const buttons = PERIODS.map((name) =>
    button(
      `button-report-${name}`,
      act('bc.s', { choice, ...periodData(periodNamed(name, work.now)), part: 0 }),
    ),
  );
  buttons.push(button('button-plan-year', act('plan.mine')));
  if (open && open.kind !== 'report')
    return message([text('report-period', { pair }), text('report-period-line')], buttons);
  const question = await openForm(work, actor, reportForm, { choice }, { pairId: null });
  return {
    ...question,
    lines: [text('report-period', { pair }), ...question.lines],
    buttons: [...buttons, ...question.buttons],
  };
}
