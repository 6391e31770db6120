import { readEdge } from './dates-vi-edges.ts';
import { readHalf } from './dates-vi-halves.ts';
import { readLimit } from './dates-vi-limits.ts';
import { readList } from './dates-vi-lists.ts';
import type { PhraseReader } from './dates-vi-rest.ts';
import { readWeekOfMonth } from './dates-vi-weeks.ts';

/** Words before a phrase that add nothing to it. */
const LEADING = new Set(['vao', 'trong', 'khoang', 'at', 'in', 'the', 'around', 'about']);

/** "6 tháng đầu năm" is a half, not the start of a year; "tuần đầu tháng 3" is a week. */
const READERS: readonly PhraseReader[] = [readHalf, readWeekOfMonth, readEdge, readLimit, readList];

/** What a whole text says that is neither a date nor a range by itself; undefined: it is none of these. */
export const readPhrase: PhraseReader = ({ text, list }, frame) => {
  const start = list.findIndex(({ t }) => !LEADING.has(t));
  const tokens = { text, list: start < 0 ? [] : list.slice(start) };
  for (const read of READERS) {
    const found = read(tokens, frame);
    if (found) return found;
  }
  return undefined;
};
