import { asc } from 'drizzle-orm';
import { auditEntry } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import type { Locale, TextKey } from '../../locales/index.ts';
import { wordsIn } from '../plain-words.ts';
import { instantArg, text } from '../said.ts';
import { type Reader, whatText, whoText } from '../view/entry-line.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type Judged, openJudge } from './judge.ts';
import { entriesOf, type LogFilter } from './log-filter.ts';

const SLICE = 500;
const COLUMNS: TextKey[] = [
  'log-column-seq',
  'log-column-at',
  'log-column-who',
  'log-column-what',
  'log-column-code',
  'log-column-hash',
];

/**
 * What /nhatky shows under a filter, the oldest first, as CSV by RFC 4180: UTF-8 with a byte order mark, lines end in CR LF. Yields whole
 * lines; the first are the columns' names.
 */
export async function* exportCsv(
  work: Work,
  actor: Actor,
  member: Member,
  chainId: number,
  filter: LogFilter,
  locale: Locale,
): AsyncGenerator<string> {
  const say = wordsIn(locale);
  const { committees } = await loadPair(work, member.pairId);
  const judge = openJudge(work, actor, member);
  yield `\uFEFF${csvLine(COLUMNS.map((key) => say(text(key))))}`;
  for (let after = 0; ; ) {
    const rows = await work.tx
      .select()
      .from(auditEntry)
      .where(entriesOf(work, chainId, filter, { after }))
      .orderBy(asc(auditEntry.seq))
      .limit(SLICE);
    for (const one of await judge(rows)) {
      const reader = { own: member.side, committees, people: one.people };
      if (one.said) yield csvLine(cellsOf(reader, one, one.said, say));
    }
    if (rows.length < SLICE) return;
    after = rows.at(-1)!.seq;
  }
}

const cellsOf = (reader: Reader, { row, read, code }: Judged, said: TextKey, say: (text: Text) => string) => [
  String(row.seq),
  say(text('history-at', { at: instantArg(read.at) })),
  say(whoText(reader, read)),
  say(whatText(reader, read, said)),
  code ? say(code) : '',
  row.hash,
];

const csvLine = (cells: string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it; quoted where it must be. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
