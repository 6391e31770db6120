import { z } from 'zod';
import { eventDue } from '../../domain/duty-event.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { Message } from '../../domain/message.ts';
import { type EventDuty, ownEventDuty } from '../exchange/event-duties.ts';
import { eventsAhead } from '../exchange/events-ahead.ts';
import { eventsOf, eventsOfDay, refuseDay, sayEvent } from '../exchange/say-event.ts';
import { instantArg, isRefused, type Refused, text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { readSlot } from '../view/read-slot.ts';
import { termText } from '../view/slot-words.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { readDocumentDay } from './document-steps.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';
import { openForm } from './open-form.ts';
import { chosenDay } from './read-window.ts';

/** `isAhead`: some of what the product will see itself may be meant; `of`: the key of that one, null: of none. `known`: slots that the duty had of that day when it was asked for; `standing`: those of them that were not taken back. */
const eventData = z.object({
  dutyId: z.number(),
  isAhead: z.boolean().optional(),
  of: z.string().nullable().optional(),
  day: z.string().optional(),
  known: z.number().optional(),
  standing: z.number().optional(),
  isAnother: z.boolean().optional(),
});
type EventData = z.infer<typeof eventData>;

/** Of which one: what is named here is one event, by whomever and however often it is seen. */
const whichStep: Step<EventData> = {
  name: 'which',
  fills: ['of'],
  resets: ['day', 'known', 'standing', 'isAnother'],
  when: ({ isAhead }) => isAhead === true,
  isAnswered: ({ of }) => of !== undefined,
  ask: async (work, actor, { dutyId }) => {
    const { heads, ahead, event } = await opened(work, actor, dutyId);
    return {
      lines: [...heads, text(event === 'plan' ? 'duty-event-ask-plan' : 'duty-event-ask-case')],
      list: { items: ahead.map(({ key, name }) => ({ name, value: key.replace(' ', '-') })) },
      choices: [
        {
          label: text(event === 'plan' ? 'button-duty-event-other-plan' : 'button-duty-event-other-case'),
          value: 'none',
        },
      ],
    };
  },
  choose: async (work, actor, { dutyId }, value) => {
    if (value === 'none') return filled({ of: null });
    const own = await ownEventDuty(work, actor, dutyId);
    if (isRefused(own)) return wrong(own.refused);
    const { of, member } = own;
    const found = (await eventsAhead(work, actor, of, member.side)).find(
      ({ key }) => key.replace(' ', '-') === value,
    );
    if (!found) return wrong(text('duty-event-gone'));
    const { standing } = await eventsOf(work, of, member.side, found.key);
    return standing > 0 ? wrong(text('duty-event-said', { name: found.name })) : filled({ of: found.key });
  },
};

async function opened(work: Work, actor: Actor, dutyId: number) {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return { heads: [own.refused], ahead: [], event: undefined };
  const ahead = await eventsAhead(work, actor, own.of, own.member.side);
  return { heads: linesOf(own.of), ahead, event: own.of.event };
}

const dayStep: Step<EventData> = {
  name: 'day',
  fills: ['day', 'known', 'standing'],
  resets: ['isAnother'],
  ask: async (work, actor, { dutyId, isAhead }) => {
    const { heads } = await opened(work, actor, dutyId);
    return {
      lines: [...(isAhead ? [] : heads), text('duty-event-ask-day')],
      choices: [{ label: text('button-today'), value: 'today' }],
    };
  },
  take: async (work, actor, data, typed) => {
    const read = readDocumentDay(work, typed);
    return 'error' in read ? wrong(read.error, read.choices) : takeDay(work, actor, data, read.day);
  },
  choose: async (work, actor, data, value) => {
    const day = value === 'today' ? work.now.toISODate()! : chosenDay(value);
    return day ? takeDay(work, actor, data, day) : wrong(text('form-choose'));
  },
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
  { dutyId, of: key }: EventData,
  day: string,
): Promise<Taken<EventData>> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return wrong(own.refused);
  const refused = refuseDay(work, own.of, day);
  if (refused) return wrong(refused.refused);
  // Of what is named there is one event, whatever else happened on its day.
  if (key) return filled({ day, known: 0, standing: 0 });
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
  ask: async (work, actor, { dutyId, day, of: key }) => {
    const own = await ownEventDuty(work, actor, dutyId);
    const { ahead } = await opened(work, actor, dutyId);
    const named = ahead.find((one) => one.key === key);
    return {
      protect: true,
      lines: isRefused(own) ? [own.refused] : await previewOf(work, own.of, day!, named?.name),
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

async function previewOf(work: Work, of: EventDuty, day: string, name: string | undefined) {
  const { pair } = await loadPair(work, of.pairId);
  const { dueAt } = eventDue(calendarOf(work.calendar, pair.policy), day, of);
  return [
    text('duty-event-head', { name: of.name }),
    text('duty-event-when', { since: of.since, day: { day } }),
    ...(name === undefined ? [] : [text('duty-event-named', { name })]),
    text(dueAt <= work.now ? 'duty-late' : 'duty-due', { due: instantArg(dueAt) }),
  ];
}

async function finish(work: Work, actor: Actor, data: EventData): Promise<Taken<EventData>> {
  const { dutyId, day, known = 0, of } = data;
  const said = await sayEvent(work, actor, dutyId, { day: day!, nth: known + 1, of });
  if (isRefused(said)) return wrong(said.refused);
  const shown = await readSlot(work, actor, said.slot.id);
  if (isRefused(shown)) return wrong(shown.refused);
  return done({ ...shown, lines: [text('duty-event-recorded'), ...shown.lines] });
}

/** An event happened: its day, one look at the deadline, one button. */
export const dutyEventForm = defineForm({
  name: 'duty-event',
  schema: eventData,
  steps: [whichStep, dayStep, anotherStep, previewStep],
});

/** Opens it for a duty of one's own side. */
export async function openDutyEvent(work: Work, actor: Actor, dutyId: number): Promise<Message | Refused> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return own;
  const isAhead = (await eventsAhead(work, actor, own.of, own.member.side)).length > 0;
  return openForm(work, actor, dutyEventForm, { dutyId, isAhead }, { pairId: own.of.pairId });
}
