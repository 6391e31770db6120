import { z } from 'zod';
import { DIGEST_KINDS } from '../../domain/digest.ts';
import { FEED_DETAILS } from '../../domain/feed.ts';
import { count, id, words } from './args.ts';

/** Up to which day the calendar is shown. */
export const RANGES = ['week', 'month', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** The files of a report, in the order of the buttons. */
export const FORMATS = ['xlsx', 'docx', 'csv', 'png'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** The agreement of a report, 0 for all; the period as two days of digits, "20260101", the second excluded. */
const report = { choice: count, from: words, to: words };

/** Which part of a pair's log, as numbers of its lists. */
const filter = { pairId: id, group: count, period: count };

/** Whose calendar: a committee, or 0 for one's own. */
const feed = { of: count };

/** What waits, what was, what comes: tasks, digests, calendar, search, reports, the log and its heads. */
export const READING = {
  viec: { page: count },
  viecpairs: { page: count },
  viecpair: { pairId: id, page: count },
  'tin.settings': {},
  'tin.all': {},
  'tin.on': { kind: z.enum(DIGEST_KINDS) },
  'tin.off': { kind: z.enum(DIGEST_KINDS) },
  'tin.board': { to: z.enum(['on', 'off']) },
  lich: { range: z.enum(RANGES), page: count },
  lichtuan: { weeks: count },
  'feed.show': feed,
  'feed.make': feed,
  'feed.off': feed,
  'feed.set': { ...feed, details: z.enum(FEED_DETAILS) },
  'feed.file': { ...feed, details: z.enum(FEED_DETAILS) },
  tim: { page: count, words },
  timtu: { words },
  'bc.pairs': { page: count, from: words.optional(), to: words.optional() },
  'bc.pair': { choice: count },
  'bc.s': { ...report, part: count },
  'bc.t': { ...report, part: count },
  'bc.f': { ...report, format: z.enum(FORMATS) },
  'log.pairs': { page: count },
  'log.list': { pairId: id, page: count },
  'log.l': { ...filter, before: count.optional() },
  'log.f': filter,
  'log.csv': filter,
  'log.proof': filter,
  'chotso.pairs': { page: count },
  'chotso.list': { pairId: id, page: count },
  'chotso.now': { pairId: id },
  'head.show': { id },
  'head.full': { id },
  'head.sign': { id },
};
