import { DateTime } from 'luxon';
import { isInWindow } from '../../domain/change.ts';
import { cut } from '../../domain/cut.ts';
import { type DateParse, parseDateVi, parseDaysVi } from '../../domain/dates-vi.ts';
import { ZONE } from '../../domain/working-time.ts';
import { instantArg, text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Choice } from './form.ts';
import { askText, type NotRead, type Window } from './read-window.ts';

/** Hours at which a morning's and an afternoon's session usually begin: offered where only a day was typed. */
const USUAL_HOURS = [8, 14] as const;

/** So many readings a person takes in at a glance. */
const MOST = 6;

/** The hour and day of a session as typed, or why it was not taken, with the instants within the window that may be meant. */
export function readHour(work: Work, typed: string, window: Window): { at: DateTime } | NotRead {
  const parsed = parseDateVi(typed, work.now);
  if (parsed.kind === 'instant') return { at: parsed.at };
  const choices = distinct(meantBy(work, typed, parsed, window).filter((at) => isInWindow(at, window)))
    .slice(0, MOST)
    .map(hourChoice);
  const part = cut(typed, 80);
  if (parsed.kind !== 'ask') return { error: text('date-no-hour', { part }), choices };
  const isOpen = choices.length > 0 && (parsed.why === 'ambiguous' || parsed.why === 'unclear');
  return { error: isOpen ? text('date-which', { part: parsed.part }) : askText(parsed), choices };
}

/** The instant that a tapped choice bears; undefined: it bears none. */
export function chosenHour(value: string): DateTime | undefined {
  const at = DateTime.fromFormat(value, VALUE, { zone: ZONE });
  return at.isValid ? at : undefined;
}

const VALUE = "yyyy-MM-dd'T'HH-mm";

const hourChoice = (at: DateTime): Choice => ({
  label: text('date-choice', { days: instantArg(at) }),
  value: at.toFormat(VALUE),
});

/** An hour without a day is meant on the days of the window, a day without an hour at the usual ones. */
function meantBy(work: Work, typed: string, parsed: DateParse, window: Window): DateTime[] {
  if (parsed.kind === 'ask' && parsed.why !== 'no-hour') {
    const instants = parsed.choices.flatMap((one) => (one.kind === 'instant' ? [one.at.setZone(ZONE)] : []));
    return parsed.why === 'no-day'
      ? daysOf(window).flatMap((day) => instants.map(({ hour, minute }) => day.set({ hour, minute })))
      : instants;
  }
  const days = parseDaysVi(typed, work.now);
  if (days.kind !== 'day') return [];
  const day = DateTime.fromISO(days.day, { zone: ZONE });
  return USUAL_HOURS.map((hour) => day.set({ hour }));
}

function daysOf({ windowFrom, windowTo }: Window): DateTime[] {
  const first = DateTime.fromISO(windowFrom, { zone: ZONE });
  const end = DateTime.fromISO(windowTo, { zone: ZONE });
  const count = Math.min(Math.round(end.diff(first, 'days').days), MOST);
  return Array.from({ length: count }, (_, n) => first.plus({ days: n }));
}

const distinct = (instants: DateTime[]): DateTime[] => [
  ...new Map(instants.map((at) => [at.toMillis(), at])).values(),
];
