import type { DateTime } from 'luxon';
import type { ActionData, Button } from '../../domain/message.ts';
import { mayBeUrgent } from '../../domain/noise.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { button, text } from '../said.ts';
import type { Member } from '../work.ts';
import { silentOf } from './act-on-step.ts';
import type { Recipient, Request } from './load-request.ts';

type Named = Recipient & { name?: string };

/** Of each sort, so that the buttons of a list stay few. */
const MOST_NAMED = 3;

/**
 * The buttons under "Ai đã phản hồi" for this member: remind and record for one's own silent, name substitutes, settle opinions,
 * Khẩn for the lead's đầu mối within its time (`when`; left out without it). The use case behind each checks again.
 */
export function whoButtons(
  member: Member,
  request: Request,
  rows: Named[],
  when?: { leadSide: Side; eventAt: DateTime | undefined; now: DateTime },
): Button[] {
  if (request.kind !== 'notice' || request.state === 'void') return [];
  const own = rows.filter((row) => row.side === member.side && row.replacedBy === null);
  const silent = silentOf(request, own);
  const waiting = own.filter((row) => row.settledAt === null);
  const isOpen = request.state === 'open';
  return [
    ...(isOpen && silent.length > 0 && mayDo(member, 'notice.remind')
      ? [button('button-remind-silent', act('remind', { requestId: request.id }), 'primary')]
      : []),
    ...(waiting.length > 0 && mayDo(member, 'notice.record')
      ? [button('button-record-for', act('record', { requestId: request.id }))]
      : []),
    ...(mayDo(member, 'substitute.assign') ? assignButtons(own) : []),
    ...(mayDo(member, 'notice.record') ? settleButtons(own) : []),
    ...(isOpen && mayMark(member, request, silentOf(request, rows), when)
      ? [button('button-mark-urgent', act('urgent', { requestId: request.id }), 'danger')]
      : []),
  ];
}

const assignButtons = (own: Named[]): Button[] =>
  own
    .filter((row) => row.answer === 'substitute_asked')
    .slice(0, MOST_NAMED)
    .map((row) => named(row, 'button-assign', 'button-assign-for', act('assign', { recipientId: row.id })));

const settleButtons = (own: Named[]): Button[] =>
  own
    .filter((row) => row.answer === 'opinion' && row.settledAt === null)
    .slice(0, MOST_NAMED)
    .map((row) =>
      named(row, 'button-settle-opinion', 'button-settle-of', act('settle', { recipientId: row.id })),
    );

const named = (
  row: Named,
  plain: 'button-assign' | 'button-settle-opinion',
  withName: 'button-assign-for' | 'button-settle-of',
  does: ActionData,
): Button => (row.name ? { label: text(withName, { name: row.name }), does } : button(plain, does));

function mayMark(
  member: Member,
  request: Request,
  silent: Recipient[],
  when: Parameters<typeof whoButtons>[3],
): boolean {
  if (!when?.eventAt || request.urgent || silent.length === 0) return false;
  if (!mayDo(member, 'notice.urgent', { lead: when.leadSide })) return false;
  return mayBeUrgent(when.now, when.eventAt) === 'yes';
}
