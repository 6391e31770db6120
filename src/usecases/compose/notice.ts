import { isSensitiveKind } from '../../domain/kinds.ts';
import { act } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, instantArg, message, text } from '../said.ts';
import { contentLines, fitLines } from '../view/lines.ts';
import { joined } from '../view/paged.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/** A push is a code, a deadline and a button (C7); the agreement may set full notices for kinds that are not sensitive. */
export function composePush(loaded: Loaded, row: Claimed<'push'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  const mine = loaded.recipientById.get(row.ref.recipientId!);
  if (!found || !request || !mine) return { skip: 'gone' };
  if (request.state === 'void') return { skip: 'overtaken by a change' };
  if (mine.answeredAt !== null) return { skip: 'answered' };
  // A substitute was asked after the common deadline: it is not held against them.
  if (mine.capacity === 'substitute' && request.dueAt <= loaded.now)
    return {
      message: message(
        [text('push-substitute', { code: found.inspection.code ?? '' })],
        [button('button-open', act('open', { requestId: request.id }), 'primary')],
      ),
    };
  const isAgain = loaded.answeredBefore.has(mine.id);
  const key = `${request.id}${isAgain ? ' again' : ''}`;
  const known = loaded.pushes.get(key);
  if (known) return { message: known };
  const isFull = request.policy.fullNotices && !isSensitiveKind(found.version.kind);
  const { n } = found.version;
  const changed = n > 0 ? (loaded.asked.get(request.id) ?? []) : [];
  const content = contentLines(found, loaded.sessions.get(found.inspection.id) ?? []);
  const again = isAgain ? [text('change-answer-again')] : [];
  // What changed in one field is a line here, so that the whole is within seven.
  const told = changed.length > 1 && changed.length <= 3 ? [joined(changed)] : changed;
  const more = isFull ? [...told, ...content, ...again] : [];
  const made = message(
    fitLines([
      text(pushKey(request.urgent, n), {
        code: found.inspection.code ?? '',
        due: { strong: instantArg(request.dueAt) },
        ...(n > 0 ? { n } : {}),
      }),
      ...more,
    ]),
    [button('button-open', act('open', { requestId: request.id }), 'primary')],
  );
  const push = isFull ? { ...made, protect: true } : made;
  loaded.pushes.set(key, push);
  return { message: push };
}

/** After a change people are told which one it is: still a code and a deadline. */
function pushKey(isUrgent: boolean, n: number) {
  if (n > 0) return isUrgent ? 'push-urgent-change' : 'push-change';
  return isUrgent ? 'push-urgent' : 'push-notice';
}
