import { addDays, weekdayOf } from './calendar-day.ts';
import { type Days, type Resolved, resolveSpan } from './dates-vi-resolve.ts';
import { distinctDays, offered, type PhraseReader, sideOf } from './dates-vi-rest.ts';
import type { Token } from './dates-vi-tokens.ts';
import { type Read, readNumber } from './dates-vi-words.ts';

type Nth = number | 'last';

const ENGLISH_NTH = new Map<string, Nth>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['last', 'last'],
]);

/** "tuần 2", "tuần thứ hai", "tuần đầu", "tuần cuối", "week 2", "second week", from the first token on. */
function readNth(list: Token[]): Read<Nth> | undefined {
  const [first, second] = [list[0]?.t ?? '', list[1]?.t ?? ''];
  const english = ENGLISH_NTH.get(first);
  if (english !== undefined) return second === 'week' ? { value: english, next: 2 } : undefined;
  if (first !== 'tuan' && first !== 'week') return undefined;
  if (second === 'dau') return { value: 1, next: list[2]?.t === 'tien' ? 3 : 2 };
  if (second === 'cuoi') return { value: 'last', next: list[2]?.t === 'cung' ? 3 : 2 };
  return readNumber(list, second === 'thu' ? 2 : 1);
}

const LINKS = new Set(['of', 'in', 'cua', 'trong']);

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The first day of the last, or of the nth, week of a month: counted from the week with its first day, and from its first Monday. */
function startsOf(nth: Nth, { from, to }: Days): string[] {
  const [first, last] = [mondayOf(from), mondayOf(to)];
  if (nth === 'last') return [last, addDays(last, 6) === to ? last : addDays(last, -7)];
  return [first, first === from ? first : addDays(first, 7)].map((start) => addDays(start, 7 * (nth - 1)));
}

const weeksOf = (nth: Nth, month: Days): Days[] =>
  startsOf(nth, month)
    .map((from) => ({ from, to: addDays(from, 6) }))
    .filter(({ from, to }) => from <= month.to && to >= month.from);

/** "tuần 2 tháng 3", "tuần cuối của tháng 12/2026": Monday to Sunday; asked where a month that begins within a week gives two. */
export const readWeekOfMonth: PhraseReader = (tokens, frame) => {
  const { list } = tokens;
  const nth = readNth(list);
  if (!nth) return undefined;
  const rest = LINKS.has(list[nth.next]?.t ?? '') ? nth.next + 1 : nth.next;
  const side = sideOf(tokens, list.slice(rest), frame);
  if (!side || !('span' in side) || side.span.t !== 'month') return undefined;
  const month = resolveSpan(side.span, frame);
  return settled(
    month,
    offered(month, 'ambiguous', (days) => distinctDays(weeksOf(nth.value, days))),
  );
};

function settled(month: Resolved, weeks: Resolved): Resolved {
  if (!('why' in weeks) || weeks.why !== 'ambiguous') return weeks;
  const [only, ...others] = weeks.choices;
  if (!only) return { why: 'no-such-date', choices: [] };
  return 'why' in month || others.length > 0 ? weeks : { ...only, guessed: month.guessed };
}
