import { act } from '../actions/index.ts';
import { isPendingKind } from '../inspection/propose-change-ask.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, details } from '../said.ts';
import { answerButtons, pendingLines } from '../view/read-pending.ts';
import type { Facts } from './facts.ts';
import { sideOfReader } from './facts.ts';
import type { Composed } from './index.ts';

/** The other side's leaders and đầu mối are asked to confirm: old → new of a change, or why it should stop. */
export function composeChange(facts: Facts, row: Claimed<'change'>): Composed {
  const found = facts.cases.get(row.ref.inspectionId);
  const request = facts.requests.get(row.ref.requestId);
  const reader = found && sideOfReader(facts, row.personId, found.inspection.pairId);
  if (!found || !request || !reader || reader.side !== request.side) return { skip: 'gone' };
  if (request.state === 'void') return { skip: 'recalled' };
  if (request.state === 'met' || !isPendingKind(request.kind)) return { skip: 'answered' };
  return {
    message: details(pendingLines(found, request, request.kind, facts.asked.get(request.id) ?? []), [
      ...answerButtons(found, request, reader.role),
      button('button-card', act('card', { id: found.inspection.id })),
    ]),
  };
}
