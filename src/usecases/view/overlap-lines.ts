import type { Text } from '../../domain/message.ts';
import type { OverlapReason } from '../../domain/overlap.ts';
import type { Case } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import { codeText, kindText } from './lines.ts';

/** An inspection that another one overlaps with, and why (R2). */
export const overlapLine = (found: Case, why: OverlapReason): Text =>
  text('overlap-line', {
    code: codeText(found),
    kind: kindText(found),
    target: found.target.name,
    window: { window: [found.version.windowFrom, found.version.windowTo] },
    why: text(`overlap-${why}`),
  });

const OVERLAP_REASONS = ['different_scope', 'ordered_above', 'agreed_orally'] as const;

/** Why two that overlap both stay. */
export const OVERLAP_KEEPS = [...OVERLAP_REASONS, 'other'] as const;

/** The words of a reason from the list. */
export const overlapReasonText = (reason: string): Text => {
  const known = OVERLAP_REASONS.find((one) => one === reason);
  return text(known ? `overlap-keep-${known}` : 'reason-other');
};
