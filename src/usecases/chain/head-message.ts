import { DateTime } from 'luxon';
import type { Arg, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide, type Role, type Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { button, details, instantArg, message, text } from '../said.ts';
import { plain } from '../view/paged.ts';
import type { Head } from './load-heads.ts';

/** How many hexadecimal digits of a head stand in a message; the whole is one tap away. */
const SHOWN_DIGITS = 16;

/** "245:0a1b2c3d4e5f6071": what `verify --head` takes. */
export const shortHead = ({ seq, hash }: { seq: number; hash: string }): string =>
  `${seq}:${hash.slice(0, SHOWN_DIGITS)}`;

/** "tháng 12/2026". */
export const monthArg = (month: string): Arg => ({
  window: [month, DateTime.fromISO(month).plus({ months: 1 }).toISODate()!],
});

/** A head as one side reads it: its own people by name, the other side by committee (C8). */
export function headMessage(head: Head, { side, role }: { side: Side; role: Role }): Message {
  const isSigned = head.signatures.some((one) => one.side === side);
  const mayStill = !isSigned && mayDo({ side, role }, 'chain.sign');
  const isBoth = head.signatures.length === 2;
  return details(
    [
      text(head.kind === 'month' ? 'head-title' : 'head-title-asked', {
        month: monthArg(head.month),
        at: instantArg(head.shownAt),
        pair: head.pairName,
      }),
      text('head-count', { count: head.seq, fresh: head.seq - head.before }),
      text('head-value', { head: shortHead(head) }),
      sideLine(head, side, true),
      sideLine(head, otherSide(side), false),
      text(isBoth ? 'head-both' : 'head-why'),
    ],
    [
      mayStill && button('button-head-sign', act('head.sign', { id: head.id }), 'primary'),
      button('button-head-full', act('head.full', { id: head.id })),
    ],
  );
}

function sideLine(head: Head, side: Side, isOwn: boolean): Text {
  const committee = plain(head.committees[side].shortName);
  const signed = head.signatures.find((one) => one.side === side);
  if (!signed) return text('head-waits', { who: committee });
  const name = signed.name ? plain(signed.name) : text('view-erased');
  return text('head-signed', { who: isOwn ? name : committee, at: instantArg(signed.at) });
}

/** The whole hash, to be kept outside: no names, so it may be copied and forwarded. */
export const fullHeadMessage = (head: Head): Message =>
  message([text('head-full', { pair: head.pairName }), plain(`${head.seq}:${head.hash}`), text('head-keep')]);
