import type { Button, Message, Text } from '../../domain/message.ts';
import { isLeader } from '../../domain/permission.ts';
import { isAbove, otherSide, type Role } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { isVisible } from '../inspection/access.ts';
import type { Confirmed } from '../inspection/confirm-change-word.ts';
import type { Case } from '../inspection/load-case.ts';
import { isPendingKind, type PendingKind } from '../inspection/propose-change-ask.ts';
import type { Request } from '../request/load-request.ts';
import { button, details, instantArg, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { askedLines } from './change-lines.ts';
import { codeText, fitLines, otherName, toneFrom } from './lines.ts';
import { loadAsked } from './load-asked.ts';

/** What one side asks the other to confirm, old → new, with the buttons of this reader; what has not crossed is the asker's only. */
export async function readPending(work: Work, actor: Actor, requestId: number): Promise<Message | Refused> {
  const asked = await loadAsked(work, requestId);
  const member = asked && memberIn(actor, asked.request.pairId);
  if (!asked || !member || !isVisible(asked.found, member, work.now.toMillis()))
    return refuse('refused-not-found');
  const { found, request } = asked;
  if (!isPendingKind(request.kind) || request.side === null) return refuse('refused-not-found');
  const isAsker = member.side !== request.side;
  const isWaiting = request.state === 'waiting' && request.askedAt > work.now;
  if (isWaiting && !isAsker) return refuse('refused-not-found');
  if (request.state === 'met' || request.state === 'void') return refuse('refused-answered-already');
  const role = isAsker ? undefined : member.role;
  const more = await askedLines(work, found, request);
  const lines = pendingLines(found, request, request.kind, more, role);
  if (isAsker) return details(lines, [...(isWaiting ? recallButtons(request.id) : []), cardButton(found)]);
  return details(lines, [...answerButtons(found, request, member.role), cardButton(found)]);
}

/** Who asks what, old → new and why, until when; the old plan stands meanwhile. `role`: of whom is asked. */
export function pendingLines(
  found: Case,
  request: Request,
  asks: PendingKind,
  more: Text[],
  role?: Role,
): Text[] {
  const from = otherSide(request.side ?? 'a');
  return fitLines([
    text(`asks-${asks}`, {
      code: codeText(found),
      committee: found.committees[from].shortName,
      tone: toneFrom(found.pair.relation, from),
    }),
    ...more,
    text(`asks-by-${asks}`, { due: { strong: instantArg(request.dueAt) } }),
    ...wordLines(role),
  ]);
}

/** What the đầu mối taps is their leader's word, and says so. */
export const wordLines = (role: Role | undefined): Text[] =>
  role === 'secretary' ? [text('leader-word-by')] : [];

/** Chair and vice confirm with one tap; the đầu mối says how the word came; members and observers only read. */
export function answerButtons(found: Case, request: Request, role: Role): Button[] {
  // Downward items are answered "Đã tiếp nhận" or "Báo cáo, đề xuất" only.
  const isDownward = isAbove(found.pair.relation, otherSide(request.side ?? 'a'));
  const yes = isDownward ? 'button-received' : 'button-confirm';
  const no = isDownward ? 'button-report' : 'button-not-confirm';
  const { id } = request;
  if (isLeader(role))
    return [
      button(yes, act('confirm', { requestId: id, via: 'tap' }), 'success'),
      button(no, act('refuse', { requestId: id })),
    ];
  if (role !== 'secretary') return [];
  return [
    button('button-confirmed-in-person', act('confirm', { requestId: id, via: 'in_person' })),
    button('button-confirmed-phone', act('confirm', { requestId: id, via: 'phone' })),
    button('button-confirmed-note', act('confirm', { requestId: id, via: 'note' })),
    button('button-not-confirmed', act('refuse', { requestId: id })),
  ];
}

/** What the person who answered reads. */
export const answeredMessage = (actor: Actor, answered: Exclude<Confirmed, Refused>): Message =>
  details(
    [
      text(`${answered.kind}-${answered.asks}`, {
        code: codeText(answered.found),
        n: answered.found.version.n,
        other: otherName(answered.found, memberIn(actor, answered.found.inspection.pairId)!.side),
      }),
    ],
    [cardButton(answered.found)],
  );

const recallButtons = (requestId: number): Button[] => [
  button('button-recall', act('takeback', { requestId }), 'danger'),
  button('button-send-now', act('crossnow', { requestId })),
];

const cardButton = (found: Case): Button => button('button-card', act('card', { id: found.inspection.id }));
