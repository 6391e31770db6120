import { partOf, type Tokens } from './dates-vi-tokens.ts';
import type { Found, Piece, Reading, Spec } from './dates-vi-types.ts';

/** One day or span, read from token `at` up to `next`. */
export function foundSpec(tokens: Tokens, at: number, spec: Spec, next: number): Found {
  return { pieces: [{ k: 'spec', spec, part: partOf(tokens, at, next) }], next };
}

/** What was read but settles nothing, to be asked back, with the ways to read it. */
export function foundAsk(
  tokens: Tokens,
  at: number,
  next: number,
  why: 'ambiguous' | 'unclear',
  readings: Reading[] = [],
): Found {
  return { pieces: [{ k: 'ask', why, part: partOf(tokens, at, next), readings }], next };
}

/** One spec, or a start and an end with "to" between. */
export function foundJoined(tokens: Tokens, at: number, specs: readonly Spec[], next: number): Found {
  const part = partOf(tokens, at, next);
  const pieces = specs.flatMap((spec, index): Piece[] => [
    ...(index > 0 ? [{ k: 'to', part } as const] : []),
    { k: 'spec', spec, part },
  ]);
  return { pieces, next };
}
