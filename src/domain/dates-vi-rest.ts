import { mergeSpecs, type Side } from './dates-vi-merge.ts';
import { readPieces } from './dates-vi-pieces.ts';
import type { Days, Frame, Resolved } from './dates-vi-resolve.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type { AskReason, Piece } from './dates-vi-types.ts';

/** Reads a whole text that is no date or range by itself: "cuối tháng 3", "trước 30/6", "15, 16/3". Undefined: it is something else. */
export type PhraseReader = (tokens: Tokens, frame: Frame) => Resolved | undefined;

/** The year of now, where days are told from now. */
export const thisYear = ({ today, year }: Frame): number | undefined =>
  year === undefined ? Number(today.slice(0, 4)) : undefined;

/** The one day or span that these tokens say, and nothing besides. */
export function sideOf(tokens: Tokens, list: Token[], frame: Frame): Side | undefined {
  const specs = readPieces({ text: tokens.text, list }).map((piece: Piece) =>
    piece.k === 'spec' ? piece.spec : undefined,
  );
  const said = specs.filter((spec) => spec !== undefined);
  if (said.length === 0 || said.length < specs.length) return undefined;
  const side = mergeSpecs(said, thisYear(frame));
  return 'why' in side ? undefined : side;
}

/** What was resolved, or what it may be. */
export const reachesOf = (resolved: Resolved): Days[] => ('why' in resolved ? resolved.choices : [resolved]);

/** The readings that each way to resolve it gives, once each, to choose from; why it cannot be resolved at all goes before. */
export function offered(resolved: Resolved, why: AskReason, readings: (reach: Days) => Days[]): Resolved {
  const reaches = reachesOf(resolved);
  if ('why' in resolved && reaches.length === 0) return resolved;
  return { why, choices: distinctDays(reaches.flatMap(readings)) };
}

/** Each reading once, in their order. */
export const distinctDays = (all: Days[]): Days[] => [
  ...new Map(all.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values(),
];
