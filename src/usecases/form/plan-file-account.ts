import { cut } from '../../domain/cut.ts';
import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import { joined, plain } from '../view/paged.ts';
import type { PlanFileData } from './plan-file-data.ts';

type Sheet = PlanFileData['sheets'][number];

/** What of a file is no line of the plan, in one line; undefined: every sheet, column and row was read. */
export function accountLine(data: PlanFileData): Text | undefined {
  const parts = partsOf(data);
  return parts.length > 0 ? joined(parts) : undefined;
}

/** The same, a line each, after how many lines each sheet gave. */
export function accountLines(data: PlanFileData): Text[] {
  const read = data.sheets.filter(({ lines }) => lines !== null);
  const sheets = read.map(({ name, lines }) => `${name} (${lines})`).join(', ');
  return [text('plan-file-read-title', { sheets: sheets || '–' }), ...partsOf(data)];
}

function partsOf({ sheets, font }: PlanFileData): Text[] {
  const read = sheets.filter(({ lines }) => lines !== null);
  const unread = sheets.filter(({ lines }) => lines === null).map(({ name }) => name);
  const unused = [...new Set(read.flatMap((one) => one.unused))];
  const aside = asideOf(read);
  return [
    ...(font ? [text('plan-file-font', { font })] : []),
    ...(unread.length > 0 ? [text('plan-file-unread', { sheets: listOf(unread) })] : []),
    ...(unused.length > 0 ? [text('plan-file-unused', { columns: listOf(unused) })] : []),
    ...(aside === '' ? [] : [text('plan-file-aside', { rows: plain(aside) })]),
  ];
}

/** Names of people's own making are shown so long and so many. */
const LONGEST_NAME = 40;
const MOST_NAMES = 8;

function listOf(names: readonly string[]): string {
  const short = names.slice(0, MOST_NAMES).map((name) => cut(name, LONGEST_NAME));
  return short.join(', ') + (names.length > MOST_NAMES ? ', …' : '');
}

/** "10–11, 14, 16", of several sheets each with its name. */
function asideOf(read: readonly Sheet[]): string {
  const told = read.filter(({ aside }) => aside.length > 0);
  return told
    .map(({ name, aside, asideCount }) => {
      const rows = runsOf(aside.map(({ row }) => row)) + (asideCount > aside.length ? ' …' : '');
      return read.length > 1 ? `${rows} (${name})` : rows;
    })
    .join('; ');
}

/** Numbers that follow each other as "19–22". */
function runsOf(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return listOf(runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)));
}
