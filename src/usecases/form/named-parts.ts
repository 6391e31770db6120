import { clip } from '../../domain/cut.ts';

/** So many parts are named, so much of each. */
const MOST_NAMED = 5;
const MOST_SHOWN = 80;

/** Parts of what was typed, said back for a text: the first ones in quotes, and how many more there are. */
export const namedParts = (parts: readonly string[]): { parts: string; more: number } => ({
  parts: parts
    .slice(0, MOST_NAMED)
    .map((part) => `“${clip(part, MOST_SHOWN)}”`)
    .join(', '),
  more: Math.max(0, parts.length - MOST_NAMED),
});
