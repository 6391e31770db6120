import { and, eq, gt, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { auditChain, auditEntry } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { type Refused, refuse, text } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { ofChain } from './judge.ts';
import { LOG_GROUPS, type LogGroup, prefixesOf } from './log-table.ts';

/** The periods by which the log is filtered, in the order of the buttons. */
export const LOG_PERIODS = ['all', 'month', 'quarter', 'year'] as const;
export type LogPeriod = (typeof LOG_PERIODS)[number];

/** Which part of a pair's log; in button data as numbers of the lists. */
export type LogFilter = { pairId: number; group: LogGroup; period: LogPeriod };

/** From three numbers of button data, which may be forged: what is no number of the list is everything. */
export const filterOf = (pairId: number, group: number, period: number): LogFilter => ({
  pairId,
  group: LOG_GROUPS[group] ?? 'all',
  period: LOG_PERIODS[period] ?? 'all',
});

/** As button data. */
export const filterData = ({ pairId, group, period }: LogFilter) => ({
  pairId,
  group: LOG_GROUPS.indexOf(group),
  period: LOG_PERIODS.indexOf(period),
});

/** The filter in words, for titles. */
export const filterArgs = ({ group, period }: LogFilter) => ({
  group: text(`log-group-${group}`),
  period: text(`log-period-${period}`),
});

/** The entries of the filter; `before`, `after`: a seq that is left out. Instants are ISO texts in UTC, so they compare as texts. */
export function entriesOf(
  work: Work,
  chainId: number,
  { group, period }: LogFilter,
  at: { before?: number | undefined; after?: number } = {},
): SQL {
  const { only, not } = prefixesOf(group);
  const prefix = sql`split_part(${auditEntry.type}, '.', 1)`;
  return and(
    ofChain(chainId),
    only && inArray(prefix, [...only]),
    not && notInArray(prefix, [...not]),
    period === 'all' ? undefined : gte(auditEntry.at, work.now.startOf(period).toUTC().toISO()!),
    at.before === undefined ? undefined : lt(auditEntry.seq, at.before),
    at.after === undefined ? undefined : gt(auditEntry.seq, at.after),
  )!;
}

/** The chain of a pair as its log may be read: chairs and vices. Someone else's pair answers as what does not exist. */
export async function openLog(
  work: Work,
  actor: Actor,
  pairId: number,
): Promise<{ member: Member; chain: typeof auditChain.$inferSelect | undefined } | Refused> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'log.view')) return refuse('refused-not-allowed');
  const [chain] = await work.tx.select().from(auditChain).where(eq(auditChain.pairId, pairId));
  return { member, chain };
}
