import { KIND_KEYS } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import {
  PARTIES,
  type Party,
  type Share,
  type Spread,
  showDecimal,
  showShare,
  sumOf,
} from '../../domain/report.ts';
import type { TextKey } from '../../locales/keys.ts';
import { quotaText, stateText } from '../plan/quota-lines.ts';
import { text } from '../said.ts';
import { joined } from '../view/paged.ts';
import { coverageLines } from './coverage-lines.ts';
import type { Report } from './load-report.ts';

/** The parts of a report, in order; the first is the overview. */
export const SECTIONS = [
  'overview',
  'proposals',
  'cases',
  'coverage',
  'notices',
  'exchanges',
  'outcomes',
  'plan',
] as const;
export type Section = (typeof SECTIONS)[number];

/** How numbers are written: by the language of who reads. */
type Show = {
  locale: 'vi' | 'en';
  share(share: Share): string;
  decimals(spread: Spread): Record<string, string | number>;
};

const showIn = (locale: 'vi' | 'en'): Show => ({
  locale,
  share: (share) => showShare(share, locale),
  decimals: ({ count, least, median, most }) => ({
    count,
    least: showDecimal(least, locale),
    median: showDecimal(median, locale),
    most: showDecimal(most, locale),
  }),
});

type Lines = (report: Report, show: Show) => (Text | false | undefined)[];

/** What a part says, in at most six lines, numerators with their denominators (R10). */
export const sectionLines = (report: Report, section: Section, locale: 'vi' | 'en'): Text[] =>
  LINES[section](report, showIn(locale)).filter((line) => !!line);

const LINES: Record<Section, Lines> = {
  overview: overviewLines,
  proposals: proposalLines,
  cases: caseLines,
  coverage: (report, { share }) => coverageLines(report, share),
  notices: noticeLines,
  exchanges: exchangeLines,
  outcomes: outcomeLines,
  plan: planLines,
};

function overviewLines({ figures, parties }: Report, { share }: Show): Text[] {
  const { proposals, cases, coverage, notices, recommendations } = figures;
  const { own, other } = proposals;
  const asked = sumOf(PARTIES, (party) => notices.answers[party].asked);
  const onTime = sumOf(PARTIES, (party) => notices.answers[party].replies.on_time);
  const agreed = share({ part: own.ends.agreed + other.ends.agreed, whole: own.made + other.made });
  return [
    text('report-overview-proposals', {
      ...{ ownParty: parties.own, own: own.made, otherParty: parties.other, other: other.made },
      agreed,
    }),
    text('report-overview-cases', {
      total: cases.total,
      concluded: share({ part: cases.stages.concluded, whole: cases.total }),
    }),
    text('report-overview-coverage', { covered: share(coverage.covered), turns: coverage.turns }),
    text('report-overview-notices', { onTime: share({ part: onTime, whole: asked }) }),
    text('report-overview-recommendations', {
      done: share({ part: recommendations.done, whole: recommendations.asked }),
    }),
    text('report-rule'),
  ];
}

function proposalLines({ figures, parties }: Report, { share, decimals }: Show): Text[] {
  const ofParty = (party: Party): Text[] => {
    const { made, ends, days } = figures.proposals[party];
    const { declined, open } = ends;
    const agreed = share({ part: ends.agreed, whole: made });
    return [
      text('report-proposals', {
        party: parties[party],
        made,
        agreed,
        declined,
        notHeld: ends.not_held,
        open,
      }),
      ...(days ? [text('report-proposals-days', decimals(days))] : []),
    ];
  };
  return [...PARTIES.flatMap(ofParty), text('report-proposals-rule')];
}

function caseLines({ figures, parties }: Report, { share }: Show): (Text | false)[] {
  const { total, stages, leads, bodies, kinds } = figures.cases;
  const of = (part: number): string => share({ part, whole: total });
  const found = KIND_KEYS.filter((kind) => kinds[kind] > 0);
  return [
    text('report-cases', { total }),
    total > 0 &&
      text('report-cases-stages', {
        preparing: stages.preparing,
        underWay: stages.under_way,
        concluded: of(stages.concluded),
        stopped: stages.stopped,
      }),
    total > 0 &&
      text('report-cases-leads', {
        own: parties.own,
        ownCount: of(leads.own),
        other: parties.other,
        otherCount: of(leads.other),
      }),
    total > 0 &&
      text('report-cases-bodies', {
        committee: bodies.committee,
        board: bodies.standing_board,
        inspection: bodies.inspection_committee,
      }),
    total > 0 &&
      text('report-cases-kinds', {
        kinds: joined(
          found.map((kind) => text('report-count', { label: text(`kind-${kind}`), count: kinds[kind] })),
        ),
      }),
    text('report-rule'),
  ];
}

function noticeLines({ figures, parties }: Report, { share, decimals }: Show): Text[] {
  const { issued, leadDays, answers } = figures.notices;
  const ofParty = (party: Party): Text[] => {
    const { asked, hours } = answers[party];
    return [
      text('report-notices-answers', {
        party: parties[party],
        asked,
        ...repliesArgs(answers[party].replies, asked, share),
      }),
      ...(hours ? [text('report-notices-hours', decimals(hours))] : []),
    ];
  };
  return [
    leadDays
      ? joined([text('report-notices', { issued }), text('report-notices-lead', decimals(leadDays))])
      : text('report-notices', { issued }),
    ...PARTIES.flatMap(ofParty),
  ];
}

const repliesArgs = (
  { on_time, late, overdue, open }: Record<'on_time' | 'late' | 'overdue' | 'open', number>,
  whole: number,
  share: Show['share'],
) => ({ onTime: share({ part: on_time, whole }), late, overdue, open });

function exchangeLines({ figures, parties }: Report, { share }: Show): Text[] {
  const ofParty = (party: Party): Text[] => {
    const { total, confirmed, toAnswer, replies } = figures.exchanges[party];
    const shownConfirmed = share({ part: confirmed, whole: total });
    return [
      text('report-exchanges', { party: parties[party], total, confirmed: shownConfirmed }),
      text('report-exchanges-answers', { asked: toAnswer, ...repliesArgs(replies, toAnswer, share) }),
    ];
  };
  const dutiesOf = (party: Party): Text => {
    const { total, nothing, replies } = figures.duties[party];
    return text('report-duties', {
      party: parties[party],
      total,
      nothing,
      ...repliesArgs(replies, total, share),
    });
  };
  return [...PARTIES.flatMap(ofParty), ...PARTIES.map(dutiesOf)];
}

/** What inspections led to, and what is known apart from them, are never in one sum (R11). */
function outcomeLines({ figures }: Report, { share }: Show): (Text | false)[] {
  const { through, apart, partly } = figures.outcomes;
  const { asked, done, overdue, open } = figures.recommendations;
  const counts = (key: TextKey, { total, ...forms }: { total: number }): Text =>
    text(key, { total, ...forms });
  return [
    counts('report-outcomes-organisations', through.organisations),
    counts('report-outcomes-members', through.members),
    counts('report-apart-organisations', apart.organisations),
    counts('report-apart-members', apart.members),
    partly > 0 && text('report-outcomes-partly', { count: partly }),
    text('report-recommendations', { asked, done: share({ part: done, whole: asked }), overdue, open }),
  ];
}

/** Findings of the year's plans: found, settled and how; what is gone went with a change of the lines. Then the quotas. */
function planLines(report: Report, { share }: Show): Text[] {
  const { found, overlaps, gaps, merge, shift, keep, gone, open } = report.figures.plan;
  const settled = share({ part: merge + shift + keep, whole: found });
  return [
    text('report-plan', { found, overlaps, gaps }),
    text('report-plan-settled', { settled, merge, shift, keep }),
    text('report-plan-left', { gone, open }),
    ...quotaLines(report),
    text('report-plan-rule'),
  ];
}

/** Quotas that a line of a message has room for. */
const MOST_QUOTAS = 2;

/** How many quotas are met, n of N, and where the first ones stand; of several agreements the first only. */
function quotaLines({ quotas, scope }: Report): Text[] {
  if (quotas.length === 0) return [text('report-quotas-none')];
  const n = quotas.filter(({ state }) => state?.missing === 0).length;
  const met = text('planquota-met', { n, of: quotas.length });
  if (scope.members.length > 1) return [met];
  const shown = joined(
    quotas.slice(0, MOST_QUOTAS).map((quota) =>
      text('report-quota', {
        year: String(quota.year),
        what: quotaText(quota),
        state: stateText(quota, quota.state),
      }),
    ),
  );
  const more = quotas.length - MOST_QUOTAS;
  return [met, more > 0 ? text('report-quotas-more', { shown, more }) : shown];
}
