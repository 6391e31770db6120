import type { Claimed } from '../outbox/claim.ts';
import { button, details, message, nearArg, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Facts } from './facts.ts';
import { sideOfReader } from './facts.ts';
import type { Composed } from './index.ts';

/** A reminder to a person who has not answered: looked at again before it goes (R6). */
export function composeReminder(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  const mine = facts.recipientById.get(row.ref.recipientId!);
  if (!found || !request || !mine) return { skip: 'gone' };
  if (request.state !== 'open') return { skip: 'no longer asked' };
  if (request.kind === 'notice' && (mine.answeredAt !== null || mine.replacedBy !== null)) return { skip: 'answered' };
  const isNotice = request.kind === 'notice';
  const isLate = request.dueAt <= facts.now;
  return {
    message: message(
      [
        text(isLate ? 'reminder-late' : 'reminder', {
          code: codeText(found),
          due: nearArg(request.dueAt),
        }),
      ],
      [
        isNotice
          ? button('button-open', `open.${request.id}`, 'primary')
          : button('button-card', `card.${found.inspection.id}`, 'primary'),
        !isLate && isNotice && button('button-later', `later.${request.id}`),
      ],
    ),
  };
}

/** One's own leader learns who on their own side has not answered; names never cross (R6). */
export function composeOwnLeader(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  const reader = found && sideOfReader(facts, row.personId, found.inspection.pairId);
  if (!found || !reader || request?.state !== 'open') return { skip: 'no longer asked' };
  const silent = silentOf(facts, request.id, reader.side);
  if (silent.length === 0) return { skip: 'nobody is silent' };
  return {
    message: details(
      [
        text('own-leader', { code: codeText(found), due: nearArg(request.dueAt), count: silent.length }),
        text('own-leader-names', { names: silent.map((one) => facts.names.get(one.personId) ?? '').join(', ') }),
      ],
      [button('button-card', `card.${found.inspection.id}`)],
    ),
  };
}

/** The other side's đầu mối is told without names and without blame (R6). */
export function composeAcross(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  const reader = found && sideOfReader(facts, row.personId, found.inspection.pairId);
  if (!found || !reader || request?.state !== 'open') return { skip: 'no longer asked' };
  if (silentOf(facts, request.id, reader.side).length === 0) return { skip: 'nobody is silent' };
  return {
    message: message(
      [text('across', { code: codeText(found), due: nearArg(request.dueAt) })],
      [button('button-card', `card.${found.inspection.id}`)],
    ),
  };
}

/** The day before, to the team only: hour and place are behind the button (C7). */
export function composeDayBefore(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  if (!found || !request || request.state === 'void') return { skip: 'overtaken by a change' };
  const [first] = facts.sessions.get(found.inspection.id) ?? [];
  return {
    message: message(
      [
        first
          ? text('day-before-session', { code: codeText(found), at: nearArg(first.startsAt) })
          : text('day-before', { code: codeText(found), day: { day: found.version.windowFrom } }),
      ],
      [button('button-open', `open.${request.id}`)],
    ),
  };
}

const silentOf = (facts: Facts, requestId: number, side: 'a' | 'b') =>
  (facts.recipients.get(requestId) ?? []).filter(
    (one) => one.side === side && one.answeredAt === null && one.replacedBy === null,
  );

