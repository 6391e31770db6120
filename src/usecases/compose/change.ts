import { act } from '../actions/index.ts';
import { isPendingKind } from '../inspection/propose-change-ask.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, details } from '../said.ts';
import { answerButtons, pendingLines } from '../view/read-pending.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';
import { sideOfReader } from './load-spoken-of.ts';

/** The other side's leaders and đầu mối are asked to confirm: old → new of a change, or why it should stop. */
export function composeChange(loaded: Loaded, row: Claimed<'change'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  const reader = found && sideOfReader(loaded, row.personId, found.inspection.pairId);
  if (!found || !request || !reader || reader.side !== request.side) return { skip: 'gone' };
  if (request.state === 'void') return { skip: 'recalled' };
  if (request.state === 'met' || !isPendingKind(request.kind)) return { skip: 'answered' };
  const more = loaded.asked.get(request.id) ?? [];
  return {
    message: details(pendingLines(found, request, request.kind, more, reader.role), [
      ...answerButtons(found, request, reader.role),
      button('button-card', act('card', { id: found.inspection.id })),
    ]),
  };
}
