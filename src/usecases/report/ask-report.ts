import { addDays } from '../../domain/calendar-day.ts';
import type { ActionData, Button, Message } from '../../domain/message.ts';
import {
  isPeriod,
  PERIODS,
  type Period,
  type PeriodName,
  periodData,
  periodNamed,
} from '../../domain/report-period.ts';
import { type Term, termYears } from '../../domain/term.ts';
import { act } from '../actions/index.ts';
import { openForm, openFormOf } from '../form/open-form.ts';
import { reportForm } from '../form/report-form.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../said.ts';
import { plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { commonTerm, loadTerms } from './load-terms.ts';
import { choosePair, choosePeriod, readPeriod, readReport } from './report-message.ts';
import { membersOf, type PairChoice, reportMembers } from './report-scope.ts';

/** /baocao and what was typed after it: the report, or the question of which pair or which period. */
export async function askReport(work: Work, actor: Actor, typed: string): Promise<Message | Refused> {
  const members = reportMembers(actor);
  const [only, ...more] = members;
  if (!only) return refuse('refused-not-allowed');
  if (typed === '?') return message([text('report-examples')]);
  const period = typed === '' ? undefined : await readPeriod(work, members, typed);
  // A term may be known once the agreement is chosen.
  if (period && isRefused(period) && more.length > 0 && period.refused.key === 'report-term-unknown')
    return choosePair(actor, 0, undefined, text('report-term-by-pair'));
  if (period && isRefused(period)) return period.choices.length > 0 ? choosePeriod(period, members) : period;
  if (more.length > 0) return choosePair(actor, 0, period);
  return period ? readReport(work, actor, only.pairId, period, 0) : askPeriod(work, actor, only.pairId);
}

/** Which period: buttons, or words into a form, unless another form is being filled in. */
export async function askPeriod(work: Work, actor: Actor, choice: PairChoice): Promise<Message | Refused> {
  const members = membersOf(actor, choice);
  if (isRefused(members)) return members;
  const isAll = members.length > 1;
  const pair = isAll ? text('report-all-pairs') : plain(members[0].pairName);
  const term = commonTerm(members, await loadTerms(work, members));
  const lines = [
    text('report-period', { pair }),
    ...(term ? [] : [text(isAll ? 'report-term-by-pair' : 'report-no-term')]),
  ];
  const buttons = [...periodButtons(work, choice, term), button('button-plan-year', act('plan.mine'))];
  const open = await openFormOf(work, actor.personId);
  if (open && open.kind !== 'report') return message([...lines, text('report-period-line')], buttons);
  const question = await openForm(work, actor, reportForm, { choice }, { pairId: null });
  return {
    ...question,
    lines: [...lines, ...question.lines],
    buttons: [...buttons, ...question.buttons],
  };
}

function periodButtons({ now }: Work, choice: PairChoice, term: Term | undefined): Button[] {
  const does = (period: Period) => act('bc.s', { choice, ...periodData(period), part: 0 });
  const named = PERIODS.map((name): Button => {
    const period = periodNamed(name, now);
    return { label: text(`button-report-${name}`, labelArgs(name, period)), does: does(period) };
  });
  return term ? [...named, ...termButton(term, now.toISODate()!, does)] : named;
}

/** A term whose last day nobody has said goes up to today; one that has not begun is not offered. */
function termButton({ from, to }: Term, today: string, does: (period: Period) => ActionData): Button[] {
  const period = { from, to: to ?? addDays(today, 1) };
  if (!isPeriod(period)) return [];
  const label =
    to === null ? text('button-report-term_so_far') : text('button-report-term', termYears({ from, to }));
  return [{ label, does: does(period) }];
}

/** A button says which month, quarter or year it means. */
function labelArgs(name: PeriodName, { from }: Period): Record<string, string | number> {
  const [year = '', month = ''] = from.split('-');
  if (name === 'month') return { month: Number(month), year };
  return name === 'quarter' ? { quarter: Math.ceil(Number(month) / 3), year } : { year };
}
