import { KIND_KEYS } from '../../domain/kinds.ts';
import { PARTIES, showShare } from '../../domain/report.ts';
import { STAGES } from '../../domain/report-figures.ts';
import type { BarGroup } from '../../pictures/report-chart.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';
import type { Say } from './table-words.ts';

/** What the picture of a report shows: coverage, kinds, stages, answers in time; each bar with its figures. */
export function chartGroups({ figures, parties }: Report, say: Say, locale: 'vi' | 'en'): BarGroup[] {
  const { coverage, cases, notices } = figures;
  const { part, whole } = coverage.covered;
  const share = (count: number, of: number): string => showShare({ part: count, whole: of }, locale);
  return [
    {
      title: say(text('chart-targets')),
      whole,
      bars: [
        { label: say(text('chart-covered')), value: part, shown: share(part, whole) },
        { label: say(text('chart-left')), value: whole - part, shown: share(whole - part, whole) },
      ],
    },
    {
      title: say(text('chart-kinds', { total: cases.total })),
      bars: KIND_KEYS.filter((kind) => cases.kinds[kind] > 0).map((kind) => ({
        label: say(text(`kind-${kind}`)),
        value: cases.kinds[kind],
        shown: String(cases.kinds[kind]),
      })),
    },
    {
      title: say(text('chart-stages')),
      bars: STAGES.filter((stage) => cases.stages[stage] > 0).map((stage) => ({
        label: say(text(`report-stage-${stage}`)),
        value: cases.stages[stage],
        shown: share(cases.stages[stage], cases.total),
      })),
    },
    {
      title: say(text('chart-answers')),
      whole: Math.max(...PARTIES.map((party) => notices.answers[party].asked)),
      bars: PARTIES.filter((party) => notices.answers[party].asked > 0).map((party) => ({
        label: say(parties[party]),
        value: notices.answers[party].replies.on_time,
        shown: share(notices.answers[party].replies.on_time, notices.answers[party].asked),
      })),
    },
  ];
}
