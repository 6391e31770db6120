import { and, asc, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { parseAnswerDue } from '../../domain/answer-due.ts';
import { cut } from '../../domain/cut.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { Nature } from '../../domain/exchange.ts';
import type { Slot } from '../exchange/run-exchange-steps.ts';
import { slotsWithDuty } from '../exchange/slots-with-duty.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { slotPeriod } from '../view/slot-words.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { bearsSubject, type ExchangeData } from './exchange-data.ts';
import { filled, type Step, type Taken, wrong } from './form.ts';
import { chosenDay, dayChoice, type NotRead } from './read-window.ts';

const OFFERED = [3, 5, 10] as const;

/** By when it is to be answered: so many working days, days, a day, or not at all (R8). */
export const dueStep: Step<ExchangeData> = {
  name: 'due',
  fills: ['due'],
  ask: async () => ({
    lines: [text('exchange-ask-due'), text('exchange-due-example')],
    choices: [
      { label: text('button-exchange-no-answer'), value: 'none' },
      ...OFFERED.map((count) => ({
        label: text('button-exchange-due', { count }),
        value: String(count),
      })),
    ],
  }),
  take: async (work, _actor, data, typed) => takeDue(work, data, typed),
  choose: async (work, _actor, data, value) => {
    if (value === 'none') return filled({ due: null });
    if (chosenDay(value)) return takeDue(work, data, value);
    return OFFERED.some((count) => String(count) === value)
      ? takeDue(work, data, `${value} ngày làm việc`)
      : wrong(text('form-choose'));
  },
};

async function takeDue(work: Work, data: ExchangeData, typed: string): Promise<Taken<ExchangeData>> {
  const due = await readDue(work, data, typed);
  return 'error' in due ? wrong(due.error, due.choices) : filled({ due });
}

/** A deadline as typed, by the working hours of the agreement; why it was not taken, with a line that would have worked. */
export async function readDue(
  work: Work,
  data: ExchangeData,
  typed: string,
): Promise<NonNullable<ExchangeData['due']> | NotRead> {
  const { pair } = await loadPair(work, data.pairId);
  const day = data.day ?? work.now.toISODate()!;
  const due = parseAnswerDue(calendarOf(work.calendar, pair.policy), typed, work.now, day);
  if ('fault' in due) {
    const part = cut(typed, 40);
    const isOpen = due.choices.length > 0;
    return {
      error: isOpen
        ? text('date-which', { part })
        : text(`exchange-due-${due.fault}`, { day: { day }, part }),
      choices: due.choices.map(dayChoice),
    };
  }
  return { at: due.dueAt.toISO()!, source: due.source };
}

/** Periodic or ad hoc; an open slot of one's own duties is met by choosing it. */
export const natureStep: Step<ExchangeData> = {
  name: 'nature',
  fills: ['nature', 'slotId'],
  when: (data) => bearsSubject(data) || data.isForSlot === true,
  isAnswered: ({ nature }) => nature !== undefined,
  isFixed: ({ isForSlot }) => isForSlot === true,
  ask: async (work, actor, data) => {
    const slots = await openSlots(work, actor, data);
    return {
      lines: [text('exchange-ask-nature')],
      choices: [
        ...slots.map(({ slot, duty: of }) => ({
          label: text('button-exchange-slot', {
            name: of.name,
            period: slotPeriod(slot),
          }),
          value: `slot${slot.id}`,
        })),
        { label: text('nature-ad_hoc'), value: 'ad_hoc' },
        { label: text('nature-periodic'), value: 'periodic' },
      ],
    };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'ad_hoc' || value === 'periodic') return filled({ nature: value, slotId: undefined });
    const slots = await openSlots(work, actor, data);
    const found = slots.find(({ slot }) => value === `slot${slot.id}`);
    return found
      ? filled({ nature: natureOf(found.slot), slotId: found.slot.id })
      : wrong(text('form-choose'));
  },
};

/** What meets a period is periodic; what an event brought came up. */
export const natureOf = ({ eventKey }: Slot): Nature => (eventKey === null ? 'periodic' : 'ad_hoc');

/** Open slots of one's own side; only what goes out meets a duty. */
async function openSlots(work: Work, actor: Actor, { pairId, direction }: ExchangeData) {
  const member = memberIn(actor, pairId);
  if (!member || direction !== 'out') return [];
  return slotsWithDuty(work)
    .where(and(eq(dutySlot.pairId, pairId), eq(dutySlot.side, member.side), eq(dutySlot.state, 'open')))
    .orderBy(asc(dutySlot.dueAt))
    .limit(4);
}
