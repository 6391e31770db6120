import { desc } from 'drizzle-orm';
import { auditEntry } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { button, details, isRefused, type Refused, text } from '../said.ts';
import { entryLine } from '../view/entry-line.ts';
import { loadPair } from '../view/load-pair.ts';
import { joined } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { shortHead } from './head-message.ts';
import { type Judged, openJudge } from './judge.ts';
import { loadHeads } from './load-heads.ts';
import { entriesOf, filterArgs, filterData, LOG_PERIODS, type LogFilter, openLog } from './log-filter.ts';
import { LOG_GROUPS } from './log-table.ts';
import { lastHead } from './uncovered.ts';

/** With the title and the line of the head a page stays within seven lines. */
const PAGE = 5;
/** Entries looked at together; most of them are seen. */
const SLICE = 30;

/**
 * /nhatky: a pair's chain, the latest first, as far as the reader's side may know it (C4, C8, R6); `before`: entries older than this seq.
 * Protected (C7).
 */
export async function readLog(
  work: Work,
  actor: Actor,
  filter: LogFilter,
  before?: number,
): Promise<Message | Refused> {
  const log = await openLog(work, actor, filter.pairId);
  if (isRefused(log)) return log;
  const { member, chain } = log;
  const { committees } = await loadPair(work, member.pairId);
  const shown = chain ? await seen(work, openJudge(work, actor, member), chain.id, filter, before) : [];
  const page = shown.slice(0, PAGE);
  const lines = page.map(({ row, read, said, code, people }) =>
    text('log-item', {
      seq: row.seq,
      text: joined([entryLine({ own: member.side, committees, people }, read, said!), code]),
    }),
  );
  const older = shown.length > PAGE ? page.at(-1)!.row.seq : undefined;
  return details(
    [
      text('log-title', { pair: member.pairName, ...filterArgs(filter) }),
      ...(lines.length > 0 ? lines : [text('log-empty')]),
      await headLine(work, member.pairId),
    ],
    buttons(filter, older, before !== undefined),
  );
}

/** One page and one more, by slices from the newest on. */
async function seen(
  work: Work,
  judge: ReturnType<typeof openJudge>,
  chainId: number,
  filter: LogFilter,
  before: number | undefined,
): Promise<Judged[]> {
  const found: Judged[] = [];
  for (let at = before; found.length <= PAGE; ) {
    const rows = await work.tx
      .select()
      .from(auditEntry)
      .where(entriesOf(work, chainId, filter, { before: at }))
      .orderBy(desc(auditEntry.seq))
      .limit(SLICE);
    found.push(...(await judge(rows)).filter((one) => one.said !== undefined));
    if (rows.length < SLICE) break;
    at = rows.at(-1)!.seq;
  }
  return found;
}

async function headLine(work: Work, pairId: number): Promise<Text> {
  const last = await lastHead(work, pairId);
  const head = last && (await loadHeads(work, [last.id])).get(last.id);
  if (!head) return text('log-no-head');
  return text('log-head', { head: shortHead(head), signed: head.signatures.length });
}

function buttons(filter: LogFilter, older: number | undefined, isLater: boolean): (Button | false)[] {
  const data = filterData(filter);
  return [
    older !== undefined && button('button-more', act('log.l', { ...data, before: older })),
    isLater && button('button-log-first', act('log.l', data)),
    button('button-log-filter', act('log.f', data)),
    button('button-log-csv', act('log.csv', data)),
    button('button-log-proof', act('log.proof', data)),
  ];
}

/** The ways to filter, one tap each; the other half of the filter stays. */
export async function filterMessage(work: Work, actor: Actor, filter: LogFilter): Promise<Message | Refused> {
  const log = await openLog(work, actor, filter.pairId);
  if (isRefused(log)) return log;
  const to = (change: Partial<LogFilter>) => act('log.l', filterData({ ...filter, ...change }));
  return details(
    [text('log-title', { pair: log.member.pairName, ...filterArgs(filter) }), text('log-filter')],
    [
      ...LOG_GROUPS.map((group) => button(`button-log-group-${group}`, to({ group }))),
      ...LOG_PERIODS.map((period) => button(`button-log-period-${period}`, to({ period }))),
    ],
  );
}
