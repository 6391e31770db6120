import { addDays, weekdayOf } from './calendar-day.ts';
import { type Days, type Frame, plusMonths, type Resolved, resolveSpan } from './dates-vi-resolve.ts';
import { distinctDays, offered, type PhraseReader, sideOf } from './dates-vi-rest.ts';
import { UNITS } from './dates-vi-spans.ts';
import type { Tokens } from './dates-vi-tokens.ts';

type Edge = 'start' | 'middle' | 'end';
type Unit = 'week' | 'month' | 'quarter' | 'year';

const EDGES = new Map<string, Edge>([
  ['dau', 'start'],
  ['early', 'start'],
  ['beginning', 'start'],
  ['start', 'start'],
  ['giua', 'middle'],
  ['mid', 'middle'],
  ['middle', 'middle'],
  ['cuoi', 'end'],
  ['late', 'end'],
  ['end', 'end'],
]);

const LINKS = new Set(['of', 'the', 'in', 'cua', 'trong', '-']);

type Part = (span: Days) => Days;

const days =
  (skip: number, count: number): Part =>
  ({ from }) => ({ from: addDays(from, skip), to: addDays(from, skip + count - 1) });
const lastDays =
  (count: number): Part =>
  ({ to }) => ({ from: addDays(to, 1 - count), to });
const months =
  (skip: number, count: number): Part =>
  ({ from }) => ({ from: plusMonths(from, skip), to: addDays(plusMonths(from, skip + count), -1) });

/** Monday to Sunday around the fifteenth. */
const middleWeek: Part = ({ from }) => {
  const monday = addDays(from, 15 - weekdayOf(addDays(from, 14)));
  return { from: monday, to: addDays(monday, 6) };
};

/** What people mean by the start, the middle and the end of a span; nobody means one thing. */
const PARTS: Record<Unit, Record<Edge, readonly Part[]>> = {
  week: { start: [days(0, 1), days(0, 2)], middle: [days(2, 1), days(1, 3)], end: [days(4, 1), lastDays(2)] },
  month: {
    start: [days(0, 10), days(0, 7)],
    middle: [days(10, 10), middleWeek],
    end: [lastDays(10), lastDays(7)],
  },
  quarter: { start: [months(0, 1), days(0, 15)], middle: [months(1, 1)], end: [months(2, 1), lastDays(15)] },
  year: {
    start: [months(0, 3), months(0, 1)],
    middle: [months(4, 3), months(5, 2)],
    end: [months(9, 3), months(11, 1)],
  },
};

/** "cuối tháng 3", "đầu quý II/2027", "giữa tuần sau", "cuối năm", "end of March": the parts of it that may be meant. */
export const readEdge: PhraseReader = (tokens, frame) => {
  const { list } = tokens;
  const edge = EDGES.get(list[0]?.t ?? '');
  if (!edge) return undefined;
  const rest = list.slice(1).findIndex(({ t }) => !LINKS.has(t)) + 1;
  if (rest === 0) return undefined;
  const unit = rest + 1 === list.length ? UNITS.get(list[rest]!.t) : undefined;
  return unit ? edgeOfNow(unit, edge, frame) : edgeOfNamed(tokens, rest, edge, frame);
};

function edgeOfNamed(tokens: Tokens, rest: number, edge: Edge, frame: Frame): Resolved | undefined {
  const side = sideOf(tokens, tokens.list.slice(rest), frame);
  if (!side || !('span' in side)) return undefined;
  const parts = PARTS[side.span.t][edge];
  return offered(resolveSpan(side.span, frame), 'unclear', (span) => parts.map((part) => part(span)));
}

/** "cuối tháng" is that of this month, or of the next once it is over. A plan has no now, but a year. */
function edgeOfNow(unit: Unit, edge: Edge, frame: Frame): Resolved {
  const { today, year } = frame;
  const spanAt = (offset: number): Resolved =>
    unit === 'year'
      ? resolveSpan({ t: 'year', year: (year ?? Number(today.slice(0, 4))) + offset, said: true }, frame)
      : resolveSpan({ t: unit, offset }, frame);
  const partsAt = (offset: number): Resolved =>
    offered(spanAt(offset), 'unclear', (span) =>
      distinctDays(PARTS[unit][edge].map((part) => part(span)).filter(({ to }) => to >= today)),
    );
  const now = partsAt(0);
  return 'why' in now && now.choices.length === 0 && year === undefined ? partsAt(1) : now;
}
