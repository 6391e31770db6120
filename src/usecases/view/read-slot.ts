import { eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { ownSlot } from '../exchange/close-slot.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';

/** One period of a duty of one's own side: meet it by an entry, or say in one tap that there was nothing. */
export async function readSlot(work: Work, actor: Actor, slotId: number): Promise<Message | Refused> {
  const own = await ownSlot(work, actor, slotId);
  if (isRefused(own)) return own;
  const { slot, duty } = own;
  const period = { window: [slot.periodFrom, slot.periodTo] as [string, string] };
  const isOpen = slot.state === 'open';
  const metBy = slot.metBy === null ? undefined : await codeOf(work, slot.metBy);
  return details(
    [
      text('duty-head', { name: duty.name, period }),
      isOpen && text(slot.dueAt <= work.now ? 'duty-late' : 'duty-due', { due: instantArg(slot.dueAt) }),
      slot.state === 'nothing' && text('duty-nothing', { at: instantArg(slot.closedAt!) }),
      slot.state === 'withdrawn' && text('duty-withdrawn'),
      metBy !== undefined && text('duty-met', { code: metBy }),
    ],
    isOpen
      ? [
          button('button-duty-log', act('xmeet', { slotId: slot.id }), 'primary'),
          button('button-duty-nothing', act('xnothing', { slotId: slot.id })),
        ]
      : [],
  );
}

async function codeOf(work: Work, id: number): Promise<string | undefined> {
  const [row] = await work.tx.select({ code: exchange.code }).from(exchange).where(eq(exchange.id, id));
  return row?.code;
}
