import { tally } from '../../domain/quorum.ts';
import type { Claimed } from '../outbox/claim.ts';
import { instantArg, message, text } from '../said.ts';
import type { Facts } from './facts.ts';
import type { Composed } from './index.ts';

/** One message an event in a group: code, deadline, tally; details open in private chat (C7). */
export function composeGroupEvent(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  if (!found || !request) return { skip: 'gone' };
  const { answered, asked } = tally(facts.recipients.get(request.id) ?? []);
  const isVoid = request.state === 'void';
  return {
    message: message([
      text(isVoid ? 'group-void' : 'group-notice', {
        code: found.inspection.code ?? '',
        due: instantArg(request.dueAt),
        answered,
        asked,
      }),
    ]),
  };
}
