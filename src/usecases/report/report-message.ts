import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { parsePeriod } from '../../domain/parse-period.ts';
import { type Period, periodData } from '../../domain/report-period.ts';
import { act } from '../actions/index.ts';
import { FORMATS } from '../actions/reading.ts';
import { pairLabels } from '../link/pair-choice.ts';
import { button, details, isRefused, message, type Refused, refuse, strong, text } from '../said.ts';
import { paged, SHORT_PAGE } from '../view/paged.ts';
import type { Actor, Member, Work } from '../work.ts';
import { loadReport, type Report } from './load-report.ts';
import { commonTerm, loadTerms } from './load-terms.ts';
import { SECTIONS, sectionLines } from './report-lines.ts';
import { ALL_PAIRS, openScope, type PairChoice, reportMembers } from './report-scope.ts';
import { periodArg } from './report-words.ts';

/** Names of targets that a message can show, and one more to know that there are others. */
const MOST_LEFT = 7;

/** A period that was not taken, with what may be meant. */
export type PeriodNotRead = Refused & { choices: Period[] };

/** A period as typed, of these agreements; refused with a line that works, and the readings to choose from. */
export async function readPeriod(
  work: Work,
  members: readonly Member[],
  typed: string,
): Promise<Period | PeriodNotRead> {
  const term = commonTerm(members, await loadTerms(work, members));
  const read = parsePeriod(typed, work.now, term);
  if (!('kind' in read)) return read;
  const { part, choices } = read;
  if (read.why === 'no-term') return { ...refuse('report-term-unknown', { part }), choices };
  return {
    ...refuse(choices.length > 0 ? 'report-period-which' : 'report-period-unclear', { part }),
    choices,
  };
}

/** Its readings as buttons: of one agreement they open the report, of several the question of which. */
export function choosePeriod({ refused, choices }: PeriodNotRead, members: readonly Member[]): Message {
  const [only, ...more] = members;
  const does = (period: Period): ActionData =>
    only && more.length === 0
      ? act('bc.s', { choice: only.pairId, ...periodData(period), part: 0 })
      : act('bc.pairs', { page: 0, ...periodData(period) });
  return message(
    [refused],
    choices.map((period) => ({
      label: text('date-choice', { days: { window: [period.from, period.to] } }),
      does: does(period),
    })),
  );
}

/** Which agreement; a period that was typed already stays in the buttons. `why`: said above them. */
export function choosePair(actor: Actor, page: number, period?: Period, why?: Text): Message | Refused {
  const members = reportMembers(actor);
  if (members.length === 0) return refuse('refused-not-allowed');
  const days = period && periodData(period);
  const does = (choice: PairChoice): ActionData =>
    days ? act('bc.s', { choice, ...days, part: 0 }) : act('bc.pair', { choice });
  const { shown, turns } = paged(members, page, (page) => act('bc.pairs', { page, ...days }), SHORT_PAGE);
  const { labels, lines } = pairLabels(members, shown);
  const choices = shown.map(({ item: { pairId } }, i): Button => ({ label: labels[i]!, does: does(pairId) }));
  return message(
    [why, text('report-which'), ...lines],
    [
      button('button-report-all', does(ALL_PAIRS)),
      ...choices,
      ...turns,
      button('button-plan-year', act('plan.mine')),
    ],
  );
}

/** A part of a report; a part that does not exist shows the first. Protected (C7). */
export async function readReport(
  work: Work,
  actor: Actor,
  choice: PairChoice,
  period: Period,
  at: number,
): Promise<Message | Refused> {
  const scope = openScope(actor, choice, period);
  if (isRefused(scope)) return scope;
  const report = await loadReport(work, scope, MOST_LEFT);
  const section = SECTIONS[at] ?? SECTIONS[0];
  return details(
    [strong(headOf(work, report)), ...sectionLines(report, section, actor.locale)],
    buttonsOf(report, SECTIONS.indexOf(section)),
  );
}

/** Of a period that has not ended it is said that its figures go so far. */
function headOf({ now }: Work, report: Report): Text {
  const args = { pair: report.title, period: periodArg(report) };
  if (report.name !== 'figures') return text('report-head', args);
  return text('report-head-so-far', { ...args, day: { date: now.toISODate()! } });
}

function buttonsOf({ scope }: Report, at: number): (Button | false)[] {
  const report = { choice: scope.choice, ...periodData(scope.period) };
  const next = SECTIONS[at + 1];
  return [
    next !== undefined && {
      label: text('button-report-next', { section: text(`report-section-${next}`) }),
      does: act('bc.t', { ...report, part: at + 1 }),
    },
    at > 0 && button('button-report-first', act('bc.t', { ...report, part: 0 })),
    ...FORMATS.map((format) => button(`button-report-${format}`, act('bc.f', { ...report, format }))),
    button('button-report-period', act('bc.pair', { choice: scope.choice })),
  ];
}
