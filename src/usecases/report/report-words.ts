import { addDays } from '../../domain/calendar-day.ts';
import { showWindowShort } from '../../domain/date-text.ts';
import type { Arg, Text } from '../../domain/message.ts';
import { termYears } from '../../domain/term.ts';
import { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Report } from './load-report.ts';
import type { Say } from './table-words.ts';

/** What the days are called that have a name beyond the calendar's: "9 tháng đầu năm 2026", "nhiệm kỳ 2025 - 2030". */
function namedPeriod({ span, scope }: Report): Text | undefined {
  const year = scope.period.from.slice(0, 4);
  if (span.is === 'first_months') return text('report-span-first_months', { months: span.months, year });
  if (span.is === 'second_half') return text('report-span-second_half', { year });
  return span.is === 'term' ? text('report-span-term', termYears(span.term)) : undefined;
}

/** The period within a text: its name, or its days. */
export const periodArg = (report: Report): Arg =>
  namedPeriod(report) ?? { days: [report.scope.period.from, report.scope.period.to] };

/** "năm 2026", "9 tháng đầu năm 2026", "01/06/2022 – 31/12/2025". */
export function periodWords(report: Report, locale: 'vi' | 'en'): string {
  const { from, to } = report.scope.period;
  const named = namedPeriod(report);
  return named ? wordsIn(locale)(named) : showWindowShort(from, addDays(to, -1), locale);
}

/** The day on which the figures were taken. */
export const asOf = (work: Work, say: Say): string =>
  say(text('report-as-of', { day: { date: work.now.toISODate()! } }));
