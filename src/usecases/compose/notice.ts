import type { Claimed } from '../outbox/claim.ts';
import { button, instantArg, message, text } from '../said.ts';
import { contentLines } from '../view/lines.ts';
import type { Facts } from './facts.ts';
import type { Composed } from './index.ts';

/** A push is a code, a deadline and a button (C7); the agreement may set full notices for kinds that are not sensitive. */
export function composePush(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  const mine = facts.recipientById.get(row.ref.recipientId!);
  if (!found || !request || !mine) return { skip: 'gone' };
  if (request.state === 'void') return { skip: 'overtaken by a change' };
  if (mine.answeredAt !== null) return { skip: 'answered' };
  const isFull = request.policy.fullNotices && found.version.subject !== null;
  const more = isFull ? contentLines(found, facts.sessions.get(found.inspection.id) ?? []) : [];
  const made = message(
    [
      text(request.urgent ? 'push-urgent' : 'push-notice', {
        code: found.inspection.code ?? '',
        due: instantArg(request.dueAt),
      }),
      ...more,
    ],
    [button('button-open', `open.${request.id}`, 'primary')],
  );
  return { message: isFull ? { ...made, protect: true } : made };
}
