import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import { OVERLAP_KEEPS, type OverlapReason } from '../../domain/overlap.ts';
import type { Case } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import { codeText, kindText } from './lines.ts';
import { targetOf } from './target-text.ts';

/** An inspection that another one overlaps with, and why (R2); of a kind that bears no text its code and days alone (C4). */
export function overlapLine(found: Case, why: OverlapReason): Text {
  const { kind, windowFrom, windowTo } = found.version;
  const args = {
    code: codeText(found),
    window: { window: [windowFrom, windowTo] as [string, string] },
    why: text(`overlap-${why}`),
  };
  return isSensitiveKind(kind)
    ? text('overlap-line-unnamed', args)
    : text('overlap-line', { ...args, kind: kindText(found), target: targetOf(found) });
}

/** The words of a reason from the list; of one that is on it no more: another. */
export const overlapReasonText = (reason: string): Text => {
  const known = OVERLAP_KEEPS.find((one) => one === reason);
  return text(known === undefined || known === 'other' ? 'reason-other' : `overlap-keep-${known}`);
};
