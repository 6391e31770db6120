import { addDays, dayFrom } from '../../domain/calendar-day.ts';
import { type DateParse, type DaysParse, parseDaysVi, reachOf } from '../../domain/dates-vi.ts';
import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Choice } from './form.ts';

export type Window = { windowFrom: string; windowTo: string };

/** Days that were not taken: why, and the readings to choose from, which the question's own `choose` takes. */
export type NotRead = { error: Text; choices: Choice[] };

/** Days as typed: one day or a span; `windowTo` excluded. Anything unclear is asked back with a line that works, and what it may mean. */
export function readWindow(work: Work, typed: string): Window | NotRead {
  const parsed = parseDaysVi(typed, work.now);
  if (parsed.kind !== 'ask') return stillOpen(work, windowOf(reachOf(parsed)));
  const windows = parsed.choices.map((choice) => windowOf(reachOf(choice)));
  return notRead(
    askText(parsed),
    parsed,
    windows.filter((window) => !isPast(work, window)).map(windowChoice),
  );
}

/** The window that a tapped choice bears; undefined: it bears none. */
export function chosenWindow(work: Work, value: string): Window | NotRead | undefined {
  const window = windowFrom(value);
  return window && stillOpen(work, window);
}

/** A window from the value of a choice, which may be forged. */
export function windowFrom(value: string): Window | undefined {
  const [from, to, ...rest] = value.split('_');
  if (!isDay(from) || !isDay(to) || rest.length > 0 || to <= from) return undefined;
  return { windowFrom: from, windowTo: to };
}

/** The choice of a window, `windowTo` excluded. */
export const windowChoice = ({ windowFrom: from, windowTo: to }: Window): Choice => ({
  label: text('date-choice', { days: { window: [from, to] } }),
  value: `${from}_${to}`,
});

/** One day as typed, or why it was not taken; undefined: what was typed is several days. */
export function readDay(work: Work, typed: string): { day: string } | NotRead | undefined {
  const parsed = parseDaysVi(typed, work.now);
  if (parsed.kind === 'day') return { day: parsed.day };
  return parsed.kind === 'range' ? undefined : dayNotRead(parsed);
}

/** Why one day was not taken, with the single days that may be meant. */
export const dayNotRead = (parsed: Asked): NotRead =>
  notRead(
    askText(parsed),
    parsed,
    parsed.choices.flatMap((one) => (one.kind === 'day' ? [dayChoice(one.day)] : [])),
  );

/** The choice of one day. */
export const dayChoice = (day: string): Choice => ({
  label: text('date-choice', { days: { window: [day, addDays(day, 1)] } }),
  value: day,
});

/** The day that a tapped choice bears; undefined: it bears none. */
export const chosenDay = (value: string): string | undefined => (isDay(value) ? value : undefined);

type Asked = Extract<DaysParse, { kind: 'ask' }>;

/** Where the readings stand below, that is what is said; a line that works otherwise. */
const notRead = (error: Text, { why, part }: Asked, choices: Choice[]): NotRead => ({
  error:
    choices.length > 0 && (why === 'unclear' || why === 'ambiguous') ? text('date-which', { part }) : error,
  choices,
});

const isDay = (value: string | undefined): value is string => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? '');
  return found !== null && dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) !== undefined;
};

const windowOf = ({ from, to }: { from: string; to: string }): Window => ({
  windowFrom: from,
  windowTo: addDays(to, 1),
});

const isPast = (work: Work, { windowTo }: Window): boolean => windowTo <= work.now.toISODate()!;

const stillOpen = (work: Work, window: Window): Window | NotRead =>
  isPast(work, window)
    ? {
        error: text('refused-window-past', { window: { window: [window.windowFrom, window.windowTo] } }),
        choices: [],
      }
    : window;

/** Why a date was not taken, the part, and a line that would have worked. */
export function askText(parsed: Pick<Extract<DateParse, { kind: 'ask' }>, 'why' | 'part'>): Text {
  return text(`date-${parsed.why}`, { part: parsed.part });
}
