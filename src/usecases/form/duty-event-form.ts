import { z } from 'zod';
import { eventDue } from '../../domain/duty-event.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { Message } from '../../domain/message.ts';
import { type EventDuty, ownEventDuty } from '../exchange/event-duties.ts';
import { eventsOfDay, refuseDay, sayEvent } from '../exchange/say-event.ts';
import { instantArg, isRefused, type Refused, text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { readSlot } from '../view/read-slot.ts';
import { termText } from '../view/slot-words.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { readDocumentDay } from './document-steps.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';
import { openForm } from './open-form.ts';

/** `known`: slots that the duty had of that day when it was asked for; `standing`: those of them that were not taken back. */
const eventData = z.object({
  dutyId: z.number(),
  day: z.string().optional(),
  known: z.number().optional(),
  standing: z.number().optional(),
  isAnother: z.boolean().optional(),
});
type EventData = z.infer<typeof eventData>;

const dayStep: Step<EventData> = {
  name: 'day',
  fills: ['day', 'known', 'standing'],
  resets: ['isAnother'],
  ask: async (work, actor, { dutyId }) => {
    const own = await ownEventDuty(work, actor, dutyId);
    const heads = isRefused(own) ? [own.refused] : linesOf(own.of);
    return {
      lines: [...heads, text('duty-event-ask-day')],
      choices: [{ label: text('button-today'), value: 'today' }],
    };
  },
  take: async (work, actor, data, typed) => {
    const read = readDocumentDay(work, typed);
    return 'error' in read ? wrong(read.error) : takeDay(work, actor, data, read.day);
  },
  choose: async (work, actor, data, value) =>
    value === 'today' ? takeDay(work, actor, data, work.now.toISODate()!) : wrong(text('form-choose')),
};

/** What is counted from what the product sees opens by itself: only the rest is said. */
const linesOf = (of: EventDuty) => [
  text('duty-event-head', { name: of.name }),
  termText(of),
  ...(of.source === null ? [] : [text('duty-source', { source: of.source })]),
  ...(of.event === 'other' ? [] : [text(`duty-event-itself-${of.event}`)]),
];

async function takeDay(
  work: Work,
  actor: Actor,
  { dutyId }: EventData,
  day: string,
): Promise<Taken<EventData>> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return wrong(own.refused);
  const refused = refuseDay(work, own.of, day);
  if (refused) return wrong(refused.refused);
  return filled({ day, ...(await eventsOfDay(work, own.of, own.member.side, day)) });
}

/** A day may have two events; that one of them stands already is asked about, so that two people do not say the same. */
const anotherStep: Step<EventData> = {
  name: 'another',
  fills: ['isAnother'],
  when: ({ standing = 0 }) => standing > 0,
  ask: async (_work, _actor, { day, standing = 0 }) => ({
    lines: [text('duty-event-known', { day: { day: day! }, count: standing })],
    choices: [{ label: text('button-duty-event-other'), value: 'yes' }],
  }),
  choose: async (_work, _actor, _data, value) =>
    value === 'yes' ? filled({ isAnother: true }) : wrong(text('form-choose')),
};

const previewStep: Step<EventData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, { dutyId, day }) => {
    const own = await ownEventDuty(work, actor, dutyId);
    return {
      protect: true,
      lines: isRefused(own) ? [own.refused] : await previewOf(work, own.of, day!),
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

async function previewOf(work: Work, of: EventDuty, day: string) {
  const { pair } = await loadPair(work, of.pairId);
  const { dueAt } = eventDue(calendarOf(work.calendar, pair.policy), day, of);
  return [
    text('duty-event-head', { name: of.name }),
    text('duty-event-when', { since: of.since, day: { day } }),
    text(dueAt <= work.now ? 'duty-late' : 'duty-due', { due: instantArg(dueAt) }),
  ];
}

async function finish(work: Work, actor: Actor, data: EventData): Promise<Taken<EventData>> {
  const { dutyId, day, known = 0 } = data;
  const said = await sayEvent(work, actor, dutyId, { day: day!, nth: known + 1 });
  if (isRefused(said)) return wrong(said.refused);
  const shown = await readSlot(work, actor, said.slot.id);
  if (isRefused(shown)) return wrong(shown.refused);
  return done({ ...shown, lines: [text('duty-event-recorded'), ...shown.lines] });
}

/** An event happened: its day, one look at the deadline, one button. */
export const dutyEventForm = defineForm({
  name: 'duty-event',
  schema: eventData,
  steps: [dayStep, anotherStep, previewStep],
});

/** Opens it for a duty of one's own side. */
export async function openDutyEvent(work: Work, actor: Actor, dutyId: number): Promise<Message | Refused> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return own;
  return openForm(work, actor, dutyEventForm, { dutyId }, { pairId: own.of.pairId });
}
