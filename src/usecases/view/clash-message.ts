import type { Button, Message, Text } from '../../domain/message.ts';
import { OVERLAP_KEEPS, type OverlapKeep } from '../../domain/overlap.ts';
import { act } from '../actions/index.ts';
import { clashesOfCase, keepClashes } from '../inspection/keep-clashes.ts';
import { loadCase } from '../inspection/load-case.ts';
import { button, details, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { codeText } from './lines.ts';
import { overlapLine, overlapReasonText } from './overlap-lines.ts';

/** With the head, the way to settle and the number of the rest, seven lines. */
const SHOWN = 4;

/** What an inspection of one's own side clashes with: it is changed or stopped on its card, or both are kept with a reason. */
export async function clashMessage(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<Message | Refused> {
  const clashing = await clashesOfCase(work, actor, inspectionId);
  if (isRefused(clashing)) return clashing;
  const { found, clashes } = clashing;
  const lines: Text[] = [];
  const cards: Button[] = [];
  for (const { otherId, reasons } of clashes.slice(0, SHOWN)) {
    const other = (await loadCase(work, otherId))!;
    lines.push(overlapLine(other, reasons[0]!));
    cards.push({
      label: text('overlap-card', { code: codeText(other) }),
      does: act('card', { id: otherId }),
    });
  }
  return details(
    [
      text('overlap-open-head', { code: codeText(found), count: clashes.length }),
      ...lines,
      text('overlap-open-settle'),
    ],
    [
      button('button-keep-both', act('clash.keep', { id: inspectionId })),
      { label: text('overlap-card', { code: codeText(found) }), does: act('card', { id: inspectionId }) },
      ...cards,
    ],
  );
}

/** Why both stay: the reasons as buttons. */
export async function askWhyKept(work: Work, actor: Actor, inspectionId: number): Promise<Message | Refused> {
  const clashing = await clashesOfCase(work, actor, inspectionId);
  if (isRefused(clashing)) return clashing;
  return details(
    [text('overlap-reason')],
    OVERLAP_KEEPS.map((reason) => ({
      label: overlapReasonText(reason),
      does: act('clash.why', { id: inspectionId, reason }),
    })),
  );
}

/** Both stay, for a reason of the list. */
export async function keptMessage(
  work: Work,
  actor: Actor,
  inspectionId: number,
  reason: OverlapKeep,
): Promise<Message | Refused> {
  const kept = await keepClashes(work, actor, inspectionId, reason);
  if (isRefused(kept)) return kept;
  return details(
    [text('overlap-kept', { reason: overlapReasonText(reason) })],
    [
      {
        label: text('overlap-card', { code: codeText(kept.found) }),
        does: act('card', { id: inspectionId }),
      },
    ],
  );
}
