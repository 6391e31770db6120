import type { Text } from '../../domain/message.ts';
import { OVERLAP_KEEPS, type OverlapReason } from '../../domain/overlap.ts';
import type { Case } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import { codeText, kindText } from './lines.ts';
import { targetOf } from './target-text.ts';

/** An inspection that another one overlaps with, and why (R2). */
export const overlapLine = (found: Case, why: OverlapReason): Text =>
  text('overlap-line', {
    code: codeText(found),
    kind: kindText(found),
    target: targetOf(found),
    window: { window: [found.version.windowFrom, found.version.windowTo] },
    why: text(`overlap-${why}`),
  });

/** The words of a reason from the list; of one that is on it no more: another. */
export const overlapReasonText = (reason: string): Text => {
  const known = OVERLAP_KEEPS.find((one) => one === reason);
  return text(known === undefined || known === 'other' ? 'reason-other' : `overlap-keep-${known}`);
};
