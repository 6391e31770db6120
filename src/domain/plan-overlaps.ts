import { countsForOverlap } from './kinds.ts';
import { type Kin, SHORT_GAP_DAYS, type Span, sameOrganisationReasons, spanOf } from './overlap.ts';
import type { PlanLine, PlanOverlapReason } from './plan.ts';
import { isSeeking, listIn, makeStandings, type Standing } from './plan-kin.ts';

/** Two lines that clash, the lower id first. `couldJoin`: they are of the two sides, so one joint inspection could do for both. */
export type PlanOverlap = {
  itemId: number;
  otherId: number;
  reasons: PlanOverlapReason[];
  couldJoin: boolean;
};

/** A line in its place: `at` counts from the earliest; `sort` is its kind and year. */
type Place = Span & { line: PlanLine; standing: Standing; at: number; sort: string };

/** Places by `at`, the n-th of `ones` with the n-th of `others`: a hundred thousand small lists would cost more. */
type Pairs = { ones: number[]; others: number[] };

type Found = (one: Place, other: Place) => void;

/** Lines that may clash: the hosts among themselves when they are one organisation, and each host with those that seek it. */
type Meeting = { hosts: Place[]; seekers: Place[] };

/**
 * All pairs of lines of a plan that clash, explained (R2), by ids ascending: two lines of one organisation or of its family at
 * once, too close, or of the same kind in a year, whoever planned them. Of two targets it is enough that one has the other in its
 * family. n log n + findings, while an organisation has few above it.
 */
export function findPlanOverlaps(lines: readonly PlanLine[], kin: readonly Kin[]): PlanOverlap[] {
  const places = placesOf(lines, kin);
  const pairs: Pairs = { ones: [], others: [] };
  const found: Found = (one, other) => {
    pairs.ones.push(one.at);
    pairs.others.push(other.at);
  };
  const once: Found = (seeker, host) => {
    const isFoundByHost = isSeeking(host.standing, seeker.line.targetId, seeker.standing);
    if (seeker.line.id < host.line.id || !isFoundByHost) found(seeker, host);
  };
  const { organisations, targets } = meetingsOf(places);
  for (const meeting of organisations.values()) {
    within(meeting.hosts, found);
    across(meeting, once);
  }
  for (const meeting of targets.values()) across(meeting, once);
  return inOrder(places, pairs);
}

function placesOf(lines: readonly PlanLine[], kin: readonly Kin[]): Place[] {
  const standingOf = makeStandings(kin);
  const sorted = lines
    .filter(({ kind }) => countsForOverlap(kind))
    .map((line) => ({ line, ...spanOf(line) }));
  return sorted
    .sort((one, other) => one.from - other.from || one.line.id - other.line.id)
    .map(({ line, kind, year, from, to }, at) => {
      const standing = standingOf(line.targetId);
      return { line, at, kind, year, from, to, standing, sort: `${kind} ${year}` };
    });
}

/** Every list keeps the order of the places: the scans rely on it. */
function meetingsOf(places: readonly Place[]): Record<'organisations' | 'targets', Map<number, Meeting>> {
  const organisations = new Map<number, Meeting>();
  const targets = new Map<number, Meeting>();
  for (const place of places) {
    const { sameId, organisationsAbove, targetsAbove } = place.standing;
    meetingIn(organisations, sameId).hosts.push(place);
    meetingIn(targets, place.line.targetId).hosts.push(place);
    for (const id of organisationsAbove) meetingIn(organisations, id).seekers.push(place);
    for (const id of targetsAbove) meetingIn(targets, id).seekers.push(place);
  }
  return { organisations, targets };
}

function meetingIn(meetings: Map<number, Meeting>, id: number): Meeting {
  const meeting = meetings.get(id) ?? { hosts: [], seekers: [] };
  if (meeting.hosts.length + meeting.seekers.length === 0) meetings.set(id, meeting);
  return meeting;
}

function within(hosts: readonly Place[], found: Found): void {
  nearAfter(hosts, hosts, found);
  for (const alike of bySort(hosts).values()) farAfter(alike, alike, found);
}

function across({ hosts, seekers }: Meeting, found: Found): void {
  if (hosts.length === 0 || seekers.length === 0) return;
  const turned: Found = (host, seeker) => found(seeker, host);
  nearAfter(seekers, hosts, found);
  nearAfter(hosts, seekers, turned);
  const hostsBySort = bySort(hosts);
  for (const [sort, alike] of bySort(seekers)) {
    farAfter(alike, hostsBySort.get(sort) ?? [], found);
    farAfter(hostsBySort.get(sort) ?? [], alike, turned);
  }
}

function bySort(places: readonly Place[]): Map<string, Place[]> {
  const lists = new Map<string, Place[]>();
  for (const place of places) listIn(lists, place.sort).push(place);
  return lists;
}

const isNear = (one: Place, later: Place): boolean => later.from < one.to + SHORT_GAP_DAYS;

/** Each of `ones` with those of `others` that come after it at once or too soon: a run, since both are in order. */
function nearAfter(ones: readonly Place[], others: readonly Place[], found: Found): void {
  let next = 0;
  for (const one of ones) {
    while (next < others.length && others[next]!.at <= one.at) next += 1;
    for (let at = next; at < others.length && isNear(one, others[at]!); at += 1) found(one, others[at]!);
  }
}

/** Each of `ones` with those of `others`, of one kind and year, that come after it and are not near. */
function farAfter(ones: readonly Place[], others: readonly Place[], found: Found): void {
  let next = 0;
  for (const one of ones) {
    while (next < others.length && others[next]!.at <= one.at) next += 1;
    for (let at = next; at < others.length; at += 1) if (!isNear(one, others[at]!)) found(one, others[at]!);
  }
}

/** Pairs of places as findings, by ids. Sorted by counting, twice: comparing a dense plan's findings costs more than finding them. */
function inOrder(places: readonly Place[], { ones, others }: Pairs): PlanOverlap[] {
  const byId = places.toSorted((one, other) => one.line.id - other.line.id);
  const rankAt = new Uint32Array(places.length);
  for (const [rank, { at }] of byId.entries()) rankAt[at] = rank;
  const lows = new Uint32Array(ones.length);
  const highs = new Uint32Array(ones.length);
  for (let n = 0; n < ones.length; n += 1) {
    const [one, other] = [rankAt[ones[n]!]!, rankAt[others[n]!]!];
    lows[n] = Math.min(one, other);
    highs[n] = Math.max(one, other);
  }
  const order = byRank(lows, byRank(highs, lows.keys(), byId.length), byId.length);
  return Array.from(order, (n) => overlapOf(byId[lows[n]!]!, byId[highs[n]!]!));
}

/** The indices of `ranks` in the order of these ranks, equal ones as they come in `indices`; every rank is below `most`. */
function byRank(ranks: Uint32Array, indices: Iterable<number>, most: number): Uint32Array {
  const next = new Uint32Array(most + 1);
  for (const rank of ranks) next[rank + 1]! += 1;
  for (let rank = 0; rank < most; rank += 1) next[rank + 1]! += next[rank]!;
  const sorted = new Uint32Array(ranks.length);
  for (const n of indices) {
    const rank = ranks[n]!;
    sorted[next[rank]!] = n;
    next[rank]! += 1;
  }
  return sorted;
}

const overlapOf = (one: Place, other: Place): PlanOverlap => ({
  itemId: one.line.id,
  otherId: other.line.id,
  reasons: sameOrganisationReasons(one, other),
  couldJoin: one.line.side !== null && other.line.side !== null && one.line.side !== other.line.side,
});
