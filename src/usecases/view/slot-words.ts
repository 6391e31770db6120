import type { EventTerm } from '../../domain/duty-event.ts';
import type { Arg, Text } from '../../domain/message.ts';
import type { Slot } from '../exchange/run-exchange-steps.ts';
import { text } from '../said.ts';

/** What a slot is of, as it stands after the duty's name: its period, or the day of its event. */
export const slotPeriod = ({
  eventKey,
  periodFrom,
  periodTo,
}: Pick<Slot, 'eventKey' | 'periodFrom' | 'periodTo'>): Arg =>
  eventKey === null
    ? { window: [periodFrom, periodTo] }
    : text('duty-event-day', { day: { date: periodFrom } });

/** "trong 5 ngày làm việc kể từ khi …" */
export const termText = ({ dueDays, dueWorkingDays, since }: EventTerm & { since: string }): Text =>
  dueDays === null
    ? text('duty-term-working_days', { count: dueWorkingDays ?? 0, since })
    : text('duty-term-days', { count: dueDays, since });
