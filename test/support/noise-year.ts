import type { DateTime } from 'luxon';
import { type Calendar, defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { DIGEST_KINDS, type DigestKind, kindsOf, nextSlot } from '../../src/domain/digest.ts';
import { deadline, planSteps } from '../../src/domain/escalation.ts';
import { planExchangeSteps } from '../../src/domain/exchange-steps.ts';
import { limitsOf, type Sound, soundOf } from '../../src/domain/noise.ts';
import type { OutboxKind } from '../../src/domain/outbox-kind.ts';
import { DEFAULT_POLICY as policy } from '../../src/domain/policy.ts';
import type { StepKind } from '../../src/domain/request.ts';
import { dueAfterWorkingDays, isWorkingTime, ZONE } from '../../src/domain/working-time.ts';
import { groupBy } from '../../src/usecases/group-by.ts';
import { hasFlag, inOrderOfSounds, saysOf } from '../../src/usecases/outbox/kinds.ts';

/** What a year brings: agreements of one committee, days between two inspections of one, days until answers and receipts, in turn. */
export type YearScript = {
  pairs: number;
  everyDays: number;
  answers: readonly number[];
  receipts: readonly number[];
};

/** One thing told to one person; `note` as in the outbox. */
type Said = { who: Who; at: DateTime; kind: OutboxKind; note?: string; asksNothing?: boolean };
export type Heard = Said & { sound: Sound };

/** People of the committee that stands in all the pairs. */
const WHO = ['secretary', 'member', 'chair'] as const;
export type Who = (typeof WHO)[number];

/** Something is asked of a person from one instant until they answer. */
type Wait = { who: Who; fromMs: number; untilMs: number; dueMs: number };
type Year = { said: Said[]; waits: Wait[] };

const DAYS = 365;
const DAY_MS = 86_400_000;
/** No week has more sounds: what was heard before these changes nothing. */
const MOST_A_WEEK = 8;
const KIND_OF: Partial<Record<StepKind, OutboxKind>> = {
  half: 'reminder',
  last_morning: 'reminder',
  own_leader: 'own-leader',
  across: 'across',
  day_before: 'day-before',
};
/** What falls due for a person at one time is one message, of the first of these that it holds. */
const STEPS: readonly OutboxKind[] = ['reminder', 'own-leader', 'across', 'exchange-step', 'day-before'];
const calendar: Calendar = makeCalendar(defaultCalendarDays);

/** A year of planning from a morning on, without the app: by the rules for deadlines, steps and digests; in the order of sending. */
export function liveYear(start: DateTime, script: YearScript): Said[] {
  const year: Year = { said: [], waits: [] };
  for (let pair = 0; pair < script.pairs; pair += 1) livePair(year, start.plus({ days: pair * 2 }), script);
  const digests = WHO.flatMap((who) => digestsOf(who, start, year.waits));
  return together([...year.said, ...digests]).toSorted((a, b) => +a.at - +b.at);
}

function livePair(year: Year, start: DateTime, { everyDays, answers, receipts }: YearScript): void {
  for (let day = 0, n = 0; day < DAYS; day += everyDays, n += 1)
    beginCase(year, start.plus({ days: day }), answers[n % answers.length]!);
  for (let day = 2, n = 0; day < DAYS; day += 7, n += 1)
    sendLetter(year, start.plus({ days: day }), receipts[n % receipts.length]!);
}

/** Years that begin on different days share most of their instants: each is reckoned once. */
function onceEach<R>(of: (at: DateTime) => R): (at: DateTime) => R {
  const known = new Map<number, R>();
  return (at) => {
    const made = known.get(+at) ?? of(at);
    known.set(+at, made);
    return made;
  };
}

const caseOf = onceEach((at) => {
  const eventAt = at.plus({ days: 12 }).startOf('week').plus({ days: 1, hours: 8 });
  const { dueAt } = deadline(calendar, at, policy.answerWorkingDays, eventAt);
  return { dueAt, steps: planSteps(calendar, { kind: 'notice', askedAt: at, dueAt, policy, eventAt }) };
});

const letterOf = onceEach((at) => {
  const dueAt = dueAfterWorkingDays(calendar, at, policy.confirmWorkingDays);
  return { dueAt, steps: planExchangeSteps(calendar, { of: 'receipt', askedAt: at, dueAt, policy }) };
});

const slotAfter = Object.fromEntries(
  DIGEST_KINDS.map((kind) => [kind, onceEach((at) => nextSlot(kind, calendar, at))]),
) as Record<DigestKind, (at: DateTime) => DateTime>;

/** First what only informs, then the notice at nine, and everything that comes of it until it is answered and held. */
function beginCase({ said, waits }: Year, at: DateTime, answeredAfter: number): void {
  for (const [minutes, note] of [
    [5, 'received'],
    [20, 'agreed'],
    [40, 'approved'],
  ] as const)
    for (const who of WHO)
      said.push({ who, at: at.set({ hour: 8, minute: minutes }), kind: 'outcome', note });
  const { dueAt, steps } = caseOf(at);
  const until = at.plus({ days: answeredAfter });
  for (const who of ['secretary', 'member'] as const) {
    said.push({ who, at, kind: 'push' });
    waits.push({ who, fromMs: +at, untilMs: +until, dueMs: +dueAt });
  }
  for (const step of steps)
    for (const who of toldOf(step.kind))
      if (step.kind === 'day_before' || step.dueAt < until)
        said.push({ who, at: step.dueAt, kind: KIND_OF[step.kind]! });
}

function toldOf(kind: StepKind): readonly Who[] {
  if (kind === 'own_leader') return ['chair'];
  if (kind === 'across') return ['secretary'];
  return kind === 'day_before' ? ['member'] : ['secretary', 'member'];
}

function sendLetter({ said, waits }: Year, at: DateTime, receivedAfter: number): void {
  const { dueAt, steps } = letterOf(at);
  const until = at.plus({ days: receivedAfter });
  said.push({ who: 'secretary', at, kind: 'exchange' });
  waits.push({ who: 'secretary', fromMs: +at, untilMs: +until, dueMs: +dueAt });
  for (const step of steps)
    if (step.dueAt < until)
      said.push({
        who: step.kind === 'own_leader' ? 'chair' : 'secretary',
        at: step.dueAt,
        kind: 'exchange-step',
      });
}

/** A morning's only where something presses; of those that are due together the largest. */
function digestsOf(who: Who, start: DateTime, waits: Wait[]): Said[] {
  const due = new Map<number, { at: DateTime; kind: DigestKind }>();
  const end = start.plus({ days: DAYS });
  for (const kind of DIGEST_KINDS.filter((one) => kindsOf(who).includes(one)))
    for (let at = slotAfter[kind](start); at < end; at = slotAfter[kind](at)) due.set(+at, { at, kind });
  return [...due.values()].flatMap(({ at, kind }): Said[] => {
    const morning = +at;
    const pressing = waits.some(
      (one) =>
        one.who === who && one.fromMs < morning && one.untilMs > morning && one.dueMs < morning + 2 * DAY_MS,
    );
    return pressing || kind !== 'daily' ? [{ who, at, kind: 'digest', asksNothing: !pressing }] : [];
  });
}

function together(said: Said[]): Said[] {
  const steps = new Map<string, Said>();
  for (const one of said.filter(({ kind }) => STEPS.includes(kind))) {
    const key = `${one.who} ${+one.at}`;
    const other = steps.get(key);
    if (!other || STEPS.indexOf(one.kind) < STEPS.indexOf(other.kind)) steps.set(key, one);
  }
  return [...said.filter(({ kind }) => !STEPS.includes(kind)), ...steps.values()];
}

/** What one person hears of what is told, in order, and why or why not. */
export function hearYear(said: readonly Said[], who: Who): Heard[] {
  const limits = limitsOf([who], policy.maxPushesADay);
  const mine = groupBy(
    said.filter((one) => one.who === who),
    (one) => +one.at,
  );
  const heard: DateTime[] = [];
  return [...mine.values()].flatMap((atOnce) => {
    let hasDigest = false;
    return inOrderOfSounds(atOnce).map((one): Heard => {
      const told = {
        says: one.asksNothing ? ('informs' as const) : saysOf({ kind: one.kind, ref: { note: one.note } }),
        at: one.at,
        isOutOfHours: hasFlag(one.kind, 'isOfHours') && !isWorkingTime(calendar, one.at),
        isInDigest: hasDigest && STEPS.includes(one.kind) && !hasFlag(one.kind, 'yields'),
        yields: hasFlag(one.kind, 'yields'),
      };
      const sound = soundOf(told, heard.slice(-MOST_A_WEEK), limits);
      if (sound.isLoud) heard.push(one.at);
      if (sound.isLoud && one.kind === 'digest') hasDigest = true;
      return { ...one, sound };
    });
  });
}

/** The most sounds of a person on one day and in one ISO week. */
export function mostSounds(heard: readonly Heard[]): { aDay: number; aWeek: number } {
  const loud = heard.filter((one) => one.sound.isLoud).map((one) => one.at.setZone(ZONE));
  const most = (of: (at: DateTime) => string | null) =>
    Math.max(0, ...[...groupBy(loud, of).values()].map((group) => group.length));
  return {
    aDay: most((at) => at.toISODate()),
    aWeek: most((at) => `${at.weekYear} ${at.weekNumber}`),
  };
}
