import type { DateTime } from 'luxon';
import type { InspectionState, SessionKind } from './inspection.ts';
import type { Kind } from './kinds.ts';

/** What a calendar feed shows: only that one is busy, or code, kind, lead and place (C7). */
export const FEED_DETAILS = ['busy', 'full'] as const;
export type FeedDetails = (typeof FEED_DETAILS)[number];

/** How long what is over, stopped or not held stays in a feed, in days: calendar programs that ask seldom must learn of it. */
export const FEED_KEPT_DAYS = 60;

/** How long a session is taken to last: only its beginning is known. */
export const SESSION_HOURS = 2;

/** The states in which an inspection stands in feeds; drafts never do. */
export const FEED_STATES = [
  'proposed',
  'countered',
  'declined',
  'agreed',
  'official',
  'under_way',
  'concluded',
  'stopped',
  'not_held',
] as const satisfies InspectionState[];
export type FeedState = (typeof FEED_STATES)[number];

/** An inspection as a feed needs it: no subject, no target. `isAttended`: whoever reads the feed takes part. */
export type FeedCase = {
  pairId: number;
  inspectionId: number;
  code: string | null;
  state: FeedState;
  kind: Kind;
  lead: string;
  /** Of the version that holds. */
  n: number;
  round: number;
  /** Sessions and places said since that version was made. */
  said: number;
  symbols: number;
  changedAt: DateTime;
  /** `to` excluded. */
  window: { from: string; to: string };
  /** In order of time. */
  sessions: { kind: SessionKind; startsAt: DateTime; place: string }[];
  isAttended: boolean;
};

/** When an event is: an hour, or whole days with `to` excluded. */
export type FeedTime = { starts: DateTime; ends: DateTime } | { from: string; to: string };

/** One event of a feed, without its words. */
export type FeedEvent = {
  uid: string;
  sequence: number;
  stamp: DateTime;
  status: 'tentative' | 'confirmed' | 'cancelled';
  blocksTime: boolean;
  time: FeedTime;
  session?: FeedCase['sessions'][number];
};

// The first three are one rank: a proposal may be made again.
const RANKS: Record<FeedState, number> = {
  proposed: 1,
  countered: 1,
  declined: 1,
  agreed: 2,
  official: 3,
  under_way: 4,
  concluded: 5,
  stopped: 5,
  not_held: 5,
};

const MOST_ROUNDS = 999;
const MOST_SYMBOLS = 9;

/** RFC 5545's SEQUENCE: grows with each version, round, word on the schedule, state and symbol, and never goes back. */
export function sequenceOf({ n, round, said, state, symbols }: FeedCase): number {
  const version = n * (MOST_ROUNDS + 1) + Math.min(round + said, MOST_ROUNDS);
  return version * 100 + RANKS[state] * 10 + Math.min(symbols, MOST_SYMBOLS);
}

const STATUS: Record<FeedState, FeedEvent['status']> = {
  proposed: 'tentative',
  countered: 'tentative',
  declined: 'tentative',
  agreed: 'confirmed',
  official: 'confirmed',
  under_way: 'confirmed',
  concluded: 'confirmed',
  stopped: 'cancelled',
  not_held: 'cancelled',
};

/**
 * The events of an inspection: one a session; without sessions one over the days of its window, which blocks no time. The first
 * session takes the place of the window under the same UID.
 */
export function eventsOf(one: FeedCase): FeedEvent[] {
  const status = STATUS[one.state];
  const event = (ordinal: number, time: FeedTime, session?: FeedEvent['session']): FeedEvent => ({
    uid: `p${one.pairId}-i${one.inspectionId}-s${ordinal}@phoi-hop`,
    sequence: sequenceOf(one),
    stamp: one.changedAt,
    status,
    blocksTime: session !== undefined && status === 'confirmed' && one.isAttended,
    time,
    ...(session ? { session } : {}),
  });
  if (one.sessions.length === 0) return [event(1, { ...one.window })];
  return one.sessions.map((session, at) =>
    event(
      at + 1,
      { starts: session.startsAt, ends: session.startsAt.plus({ hours: SESSION_HOURS }) },
      session,
    ),
  );
}
