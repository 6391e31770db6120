import { eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { wasSaid } from '../../domain/duty-event.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { ownSlot } from '../exchange/close-slot.ts';
import type { DutySlot } from '../exchange/slots-with-duty.ts';
import { caseFor } from '../inspection/access.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { codeText } from './lines.ts';
import { slotPeriod } from './slot-words.ts';

/** One period or event of a duty of one's own side: meet it by an entry, or say in one tap that there was nothing. */
export async function readSlot(work: Work, actor: Actor, slotId: number): Promise<Message | Refused> {
  const own = await ownSlot(work, actor, slotId);
  if (isRefused(own)) return own;
  const { slot, duty } = own;
  const isOpen = slot.state === 'open';
  const metBy = slot.metBy === null ? undefined : await codeOf(work, slot.metBy);
  return details(
    [
      ...headOf(own),
      slot.inspectionId !== null && (await caseText(work, actor, slot.inspectionId)),
      duty.source !== null && text('duty-source', { source: duty.source }),
      isOpen && text(slot.dueAt <= work.now ? 'duty-late' : 'duty-due', { due: instantArg(slot.dueAt) }),
      closedText(own),
      metBy !== undefined && text('duty-met', { code: metBy }),
    ],
    isOpen ? buttonsOf(own) : [],
  );
}

function headOf({ slot, duty }: DutySlot): Text[] {
  if (slot.eventKey === null) return [text('duty-head', { name: duty.name, period: slotPeriod(slot) })];
  return [
    text('duty-event-head', { name: duty.name }),
    text('duty-event-when', { since: duty.since ?? '', day: { day: slot.periodFrom } }),
  ];
}

function closedText({ slot }: DutySlot): Text | undefined {
  const isEvent = slot.eventKey !== null;
  if (slot.state === 'nothing')
    return text(isEvent ? 'duty-event-nothing' : 'duty-nothing', { at: instantArg(slot.closedAt!) });
  if (slot.state !== 'withdrawn') return undefined;
  return slot.closedBy === null
    ? text('duty-withdrawn')
    : text('duty-event-withdrawn', { at: instantArg(slot.closedAt!) });
}

/** A period may have had nothing; what somebody said happened did, unless it was said by mistake. */
function buttonsOf({ slot: { id: slotId, eventKey } }: DutySlot): Button[] {
  const log = button('button-duty-log', act('xmeet', { slotId }), 'primary');
  if (wasSaid(eventKey)) return [log, button('button-duty-withdraw', act('xwithdraw', { slotId }))];
  const label = eventKey === null ? 'button-duty-nothing' : 'button-duty-event-nothing';
  return [log, button(label, act('xnothing', { slotId }))];
}

/** The inspection that was concluded, for whoever may see it. */
async function caseText(work: Work, actor: Actor, inspectionId: number): Promise<Text | undefined> {
  const seen = await caseFor(work, actor, inspectionId, 'inspection.view');
  return isRefused(seen) ? undefined : text('duty-event-case', { code: codeText(seen.found) });
}

async function codeOf(work: Work, id: number): Promise<string | undefined> {
  const [row] = await work.tx.select({ code: exchange.code }).from(exchange).where(eq(exchange.id, id));
  return row?.code;
}
