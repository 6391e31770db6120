import { and, count, eq, inArray } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import type { Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { type EventDuty, ownEventDuties } from '../exchange/event-duties.ts';
import { details, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { item, numberedNames, paged, pairPart, plain } from './paged.ts';
import { termText } from './slot-words.ts';

/** Two lines a duty, under a title: within seven. */
const SIZE = 3;

/** The duties by event of one's own side: a button each to say that it happened. */
export async function dutiesMessage(work: Work, actor: Actor, page: number): Promise<Message | Refused> {
  if (!actor.members.some((member) => mayDo(member, 'duty.say'))) return refuse('refused-not-allowed');
  const duties = await ownEventDuties(work, actor);
  if (duties.length === 0) return details([text('duties-none')]);
  const { shown, turns } = paged(duties, page, (to) => act('xduties', { page: to }), SIZE);
  const open = await countOpen(work, actor, duties);
  const { labels } = numberedNames(shown.map(({ item: { name }, n }) => ({ n, name })));
  return details(
    [
      text('duties-title'),
      ...shown.flatMap(({ item: of, n }) => {
        const waiting = open.get(of.id) ?? 0;
        return [
          item(n, [
            plain(of.name),
            waiting > 0 && text('duties-open', { count: waiting }),
            pairPart(actor, of.pairId),
          ]),
          termText(of),
        ];
      }),
    ],
    [
      ...shown.map(({ item: of }, i) => ({ label: labels[i]!, does: act('xevent', { dutyId: of.id }) })),
      ...turns,
    ],
  );
}

/** Open slots of one's own side, by duty. */
async function countOpen(work: Work, actor: Actor, duties: EventDuty[]): Promise<Map<number, number>> {
  const rows = await work.tx
    .select({ dutyId: dutySlot.dutyId, side: dutySlot.side, pairId: dutySlot.pairId, open: count() })
    .from(dutySlot)
    .where(
      and(
        eq(dutySlot.state, 'open'),
        inArray(
          dutySlot.dutyId,
          duties.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(dutySlot.dutyId, dutySlot.side, dutySlot.pairId);
  const own = rows.filter(({ pairId, side }) => memberIn(actor, pairId)?.side === side);
  return new Map(own.map(({ dutyId, open }) => [dutyId, open]));
}
