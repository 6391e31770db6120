import { tally } from '../../domain/quorum.ts';
import { act } from '../actions/index.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, instantArg, message, text } from '../said.ts';
import type { Composed } from './index.ts';
import { isEditOfUnsent } from './is-edit-of-unsent.ts';
import type { Loaded } from './load-spoken-of.ts';

/** One message an event in a group: code, deadline, tally; the button sends the details to a private chat (C7). */
export function composeGroupEvent(loaded: Loaded, row: Claimed<'group-event' | 'group-tally'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  if (!found || !request) return { skip: 'gone' };
  if (isEditOfUnsent(row)) return { skip: 'the message was not sent' };
  const { answered, asked } = tally(loaded.recipients.get(request.id) ?? []);
  const isVoid = request.state === 'void';
  return {
    message: message(
      [
        text(isVoid ? voidKey(found) : 'group-notice', {
          code: found.inspection.code ?? '',
          due: instantArg(request.dueAt),
          answered,
          asked,
        }),
      ],
      isVoid ? [] : [button('button-open', act('gopen', { requestId: request.id }))],
    ),
  };
}

/** Why a notice does not hold any more: stopped, or changed. */
const voidKey = (found: Case) => (found.inspection.state === 'stopped' ? 'group-stopped' : 'group-void');
