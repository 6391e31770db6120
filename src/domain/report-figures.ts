import type { InspectionState, SubjectBody } from './inspection.ts';
import { SUBJECT_BODIES } from './inspection.ts';
import { KIND_KEYS, type Kind } from './kinds.ts';
import type { Discipline, OutcomeOrigin } from './outcome.ts';
import {
  countBy,
  PARTIES,
  type Party,
  type Share,
  type Spread,
  spreadOf,
  sumOf,
  type Tally,
} from './report.ts';

/** What became of a proposal that reached the other side. */
export const PROPOSAL_ENDS = ['agreed', 'declined', 'not_held', 'open'] as const;
export type ProposalEnd = (typeof PROPOSAL_ENDS)[number];

/** How far an agreed inspection has come. */
export const STAGES = ['preparing', 'under_way', 'concluded', 'stopped'] as const;
export type Stage = (typeof STAGES)[number];

/** What became of what was asked of people: of a notice, of an entry that wants an answer, of a duty's slot. */
export const REPLIES = ['on_time', 'late', 'overdue', 'open'] as const;
export type Reply = (typeof REPLIES)[number];

/** `made` of proposals is the sum of the ends; time to agreement in working days, the day of sending not counted (R14). */
export type Proposals = { made: number; ends: Record<ProposalEnd, number>; days: Spread | undefined };

/** Agreed inspections of the period: each division sums to the total. */
export type Cases = {
  total: number;
  stages: Record<Stage, number>;
  kinds: Record<Kind, number>;
  leads: Record<Party, number>;
  bodies: Record<SubjectBody, number>;
};

/**
 * Distinct targets and turns (R3), stopped inspections left out. Kinds that bear no text name no target, so they count as
 * turns apart: else the targets left would name theirs (C4).
 */
export type Coverage = {
  covered: Share;
  concluded: number;
  turns: number;
  unnamedTurns: number;
  /** Party members inspected, of all kinds; in no other figure. */
  members: number;
};

/** `asked` is the sum of the replies; `hours` are working hours. */
export type Asked = { asked: number; replies: Record<Reply, number>; hours: Spread | undefined };

/** Notices that stand; from the first word to the first session or the window, in working days. */
export type Notices = { issued: number; leadDays: Spread | undefined; answers: Record<Party, Asked> };

/** Entries of the ledger by whose document it is; `types` by the letters of the symbol, '' where there is none. */
export type Exchanges = {
  total: number;
  types: Record<string, number>;
  confirmed: number;
  toAnswer: number;
  replies: Record<Reply, number>;
};

/** Slots of the agreement's duties whose period ended; `nothing` of them were closed with "không phát sinh". */
export type Duties = { total: number; nothing: number; replies: Record<Reply, number> };

/** Counts as they were recorded; `partly`: entries whose period only touches that of the report, in no sum. */
export type Outcomes = Record<OutcomeOrigin, Discipline & { entries: number }> & { partly: number };

export type Recommendations = { asked: number; done: number; overdue: number; open: number };

/** Of the year's plans: what comparing found, how it was settled, what went by itself; the parts sum to `found` (R10). */
export type PlanFindings = Record<
  'found' | 'overlaps' | 'gaps' | 'merge' | 'shift' | 'keep' | 'gone' | 'open',
  number
>;

/** All figures of a report. */
export type Figures = {
  proposals: Record<Party, Proposals>;
  cases: Cases;
  coverage: Coverage;
  notices: Notices;
  exchanges: Record<Party, Exchanges>;
  duties: Record<Party, Duties>;
  outcomes: Outcomes;
  recommendations: Recommendations;
  plan: PlanFindings;
};

/** Grouped rows, as the queries give them. */
export type ProposalCount = { by: Party; end: ProposalEnd; days: number | null; count: number };
export type CaseCount = { kind: Kind; lead: Party; body: SubjectBody; state: InspectionState; count: number };
export type AnswerCount = { party: Party; reply: Reply; tenths: number | null; count: number };
export type EntryCount = {
  party: Party;
  type: string;
  isConfirmed: boolean;
  reply: Reply | null;
  count: number;
};
export type SlotCount = { party: Party; reply: Reply; isNothing: boolean; count: number };

/** For each side its own. */
export const byParty = <T>(make: (party: Party) => T): Record<Party, T> => ({
  own: make('own'),
  other: make('other'),
});

const totalOf = (rows: readonly { count: number }[]): number => sumOf(rows, (row) => row.count);

const measured = <T extends { count: number }>(rows: readonly T[], of: (row: T) => number | null): Tally[] =>
  rows.flatMap((row) => {
    const value = of(row);
    return value === null ? [] : [{ value, count: row.count }];
  });

/** Proposals by side. */
export const proposalsOf = (rows: readonly ProposalCount[]): Figures['proposals'] =>
  byParty((party) => {
    const own = rows.filter(({ by }) => by === party);
    return {
      made: totalOf(own),
      ends: countBy(own, PROPOSAL_ENDS, ({ end }) => end),
      days: spreadOf(measured(own, ({ days }) => days)),
    };
  });

/** Inspections by kind, lead, subject body and stage. */
export const casesOf = (rows: readonly CaseCount[]): Cases => ({
  total: totalOf(rows),
  stages: countBy(rows, STAGES, ({ state }) => stageOf(state)),
  kinds: countBy(rows, KIND_KEYS, ({ kind }) => kind),
  leads: countBy(rows, PARTIES, ({ lead }) => lead),
  bodies: countBy(rows, SUBJECT_BODIES, ({ body }) => body),
});

/** The stage of an inspection that was agreed. */
export function stageOf(state: InspectionState): Stage {
  if (state === 'under_way' || state === 'concluded' || state === 'stopped') return state;
  return 'preparing';
}

/** Answers to notices by side. */
export const answersOf = (rows: readonly AnswerCount[]): Notices['answers'] =>
  byParty((party) => {
    const own = rows.filter((row) => row.party === party);
    return {
      asked: totalOf(own),
      replies: countBy(own, REPLIES, ({ reply }) => reply),
      hours: spreadOf(measured(own, ({ tenths }) => (tenths === null ? null : tenths / 10))),
    };
  });

/** Entries of the ledger by side; those that want no answer have no reply. */
export const exchangesOf = (rows: readonly EntryCount[]): Figures['exchanges'] =>
  byParty((party) => {
    const own = rows.filter((row) => row.party === party);
    const asking = own.flatMap(({ reply, count }) => (reply === null ? [] : [{ reply, count }]));
    const types = [...new Set(own.map(({ type }) => type))].sort();
    return {
      total: totalOf(own),
      types: countBy(own, types, ({ type }) => type),
      confirmed: totalOf(own.filter(({ isConfirmed }) => isConfirmed)),
      toAnswer: totalOf(asking),
      replies: countBy(asking, REPLIES, ({ reply }) => reply),
    };
  });

/** Slots of duties by side. */
export const dutiesOf = (rows: readonly SlotCount[]): Figures['duties'] =>
  byParty((party) => {
    const own = rows.filter((row) => row.party === party);
    return {
      total: totalOf(own),
      nothing: totalOf(own.filter(({ isNothing }) => isNothing)),
      replies: countBy(own, REPLIES, ({ reply }) => reply),
    };
  });
