import { addDays } from './calendar-day.ts';
import { resolveSide } from './dates-vi-range.ts';
import { type Days, single } from './dates-vi-resolve.ts';
import { offered, type PhraseReader, sideOf } from './dates-vi-rest.ts';
import type { Token } from './dates-vi-tokens.ts';
import type { Read } from './dates-vi-words.ts';

type Limit = 'before' | 'until';

const LIMITS: readonly [words: readonly string[], limit: Limit][] = [
  [['trước'], 'before'],
  [['truoc'], 'before'],
  [['before'], 'before'],
  [['đến'], 'until'],
  [['den'], 'until'],
  [['tới'], 'until'],
  [['hết'], 'until'],
  [['het'], 'until'],
  [['chậm', 'nhất'], 'until'],
  [['cham', 'nhat'], 'until'],
  [['muộn', 'nhất'], 'until'],
  [['muon', 'nhat'], 'until'],
  [['không', 'quá'], 'until'],
  [['until'], 'until'],
  [['till'], 'until'],
  [['by'], 'until'],
  [['no', 'later', 'than'], 'until'],
];

/** Words between a limit and its day. */
const LINKS = new Set(['het', 'la', 'ngay', 'vao', 'the']);

function readLimitWord(list: Token[]): Read<Limit> | undefined {
  const found = LIMITS.find(([words]) => words.every((word, at) => list[at]?.raw === word));
  if (!found) return undefined;
  const [words, value] = found;
  const after = list.slice(words.length).findIndex(({ t }) => !LINKS.has(t));
  return after < 0 ? undefined : { value, next: words.length + after };
}

/** "trước 30/6", "đến hết tháng 6", "chậm nhất 15/12": a window that ends there, or the last day alone. */
export const readLimit: PhraseReader = (tokens, frame) => {
  const limit = readLimitWord(tokens.list);
  const side = limit && sideOf(tokens, tokens.list.slice(limit.next), frame);
  if (!limit || !side) return undefined;
  return offered(resolveSide(side, frame), 'unclear', (days) => upTo(limit.value, days, frame.today));
};

/** Whoever writes "before the 30th" may mean the 30th. */
function upTo(limit: Limit, { from, to }: Days, today: string): Days[] {
  const last = limit === 'before' ? addDays(from, -1) : to;
  const whole = last < today ? [] : [{ from: today, to: last }];
  if (limit === 'until') return [...whole, { from, to }];
  return [...whole, single(last), ...(from === to ? [single(from)] : [])];
}
