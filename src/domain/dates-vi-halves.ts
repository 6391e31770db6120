import { addDays } from './calendar-day.ts';
import { type Days, type Frame, type Resolved, resolveMonths, resolveSpan } from './dates-vi-resolve.ts';
import { offered, type PhraseReader, reachesOf, sideOf } from './dates-vi-rest.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import { type Read, readYear } from './dates-vi-words.ts';

type Half = 'first' | 'second';

/** "6 tháng đầu", "nửa cuối", "first half of", from the first token on. */
function readHalfWord(list: Token[]): Read<Half> | undefined {
  const [a, b, c] = [list[0]?.t ?? '', list[1]?.t ?? '', list[2]?.t ?? ''];
  if (a === 'first' || a === 'second')
    return b === 'half' ? { value: a, next: c === 'of' ? 3 : 2 } : undefined;
  const at = (a === '6' || a === 'sau') && b === 'thang' ? 2 : a === 'nua' ? 1 : 0;
  const edge = at > 0 ? list[at]?.t : undefined;
  if (edge !== 'dau' && edge !== 'cuoi') return undefined;
  return { value: edge === 'dau' ? 'first' : 'second', next: at + 1 };
}

/** "6 tháng đầu năm 2027", "nửa cuối tháng 3", "cả năm". */
export const readHalf: PhraseReader = (tokens, frame) => {
  const whole = readWholeYear(tokens, frame);
  if (whole) return whole;
  const half = readHalfWord(tokens.list);
  if (!half) return undefined;
  const year = yearAt(tokens, half.next, frame);
  if (year) return resolveMonths({ first: half.value === 'first' ? 1 : 7, count: 6, ...year }, frame);
  const side = sideOf(tokens, tokens.list.slice(half.next), frame);
  const isMonth = side && 'span' in side && side.span.t === 'month';
  return isMonth ? halfOf(half.value, resolveSpan(side.span, frame)) : undefined;
};

/** The year said there, or none where nothing is said but "năm"; undefined: something else is. */
function yearAt({ text, list }: Tokens, at: number, frame: Frame): { year?: number } | undefined {
  const rest = list.slice(at);
  const bare = rest[0]?.t === '/' ? rest.slice(1) : rest;
  if (rest.length === 0 || (rest.length === 1 && ['nam', 'year'].includes(rest[0]!.t))) return {};
  const lone = bare.length === 1 ? readYear(bare, 0) : undefined;
  if (lone) return { year: lone.value };
  const side = sideOf({ text, list }, rest, frame);
  return side && 'span' in side && side.span.t === 'year' && side.span.year !== undefined
    ? { year: side.span.year }
    : undefined;
}

function halfOf(half: Half, month: Resolved): Resolved {
  const part = ({ from, to }: Days): Days =>
    half === 'first' ? { from, to: addDays(from, 14) } : { from: addDays(from, 15), to };
  if ('why' in month) return offered(month, month.why, (days) => [part(days)]);
  return { ...part(month), guessed: month.guessed };
}

/** "cả năm", and in a plan "năm" and "cả năm": its year. */
function readWholeYear(tokens: Tokens, frame: Frame): Resolved | undefined {
  const { list } = tokens;
  const isWhole = ['ca', 'whole'].includes(list[0]?.t ?? '') && ['nam', 'year'].includes(list[1]?.t ?? '');
  if (!isWhole && !(frame.year !== undefined && list.length === 1 && list[0]?.t === 'nam')) return undefined;
  const said = yearAt(tokens, isWhole ? 1 : 0, frame);
  const year = said && (said.year ?? frame.year ?? Number(frame.today.slice(0, 4)));
  const span = year === undefined ? undefined : resolveSpan({ t: 'year', year, said: true }, frame);
  return span && reachesOf(span).length > 0 ? span : undefined;
}
