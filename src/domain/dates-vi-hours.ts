import { settleClock } from './dates-vi-clock.ts';
import type { AskReason, Piece } from './dates-vi-types.ts';

const isHour = (piece: Piece | undefined): boolean => piece?.k === 'clock' || piece?.k === 'part-of-day';

/** The pieces without hours and parts of the day, where days are said besides; an hour that does not exist is still asked. */
export function withoutHours(pieces: Piece[]): Piece[] | { why: AskReason; part: string } {
  if (!pieces.some(({ k }) => k === 'spec')) return pieces;
  const impossible = pieces.find((piece) => piece.k === 'clock' && isImpossible(piece));
  if (impossible) return { why: 'no-such-hour', part: impossible.part };
  return pieces.filter((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    // "8h - 17h ngày 7/12", "từ 8h ngày 7/12".
    if (piece.k === 'to') return !(isHour(before) && isHour(after));
    return piece.k === 'from' ? !isHour(after) : !isHour(piece);
  });
}

function isImpossible({ clock }: Extract<Piece, { k: 'clock' }>): boolean {
  const settled = settleClock(clock, undefined);
  return 'why' in settled && settled.why === 'no-such-hour';
}
