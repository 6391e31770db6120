import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { nextWorkingInstant, ZONE } from './working-time.ts';

/** Nghỉ phép, hoặc đi công tác. */
export const ABSENCE_KINDS = ['leave', 'travel'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const HANDOVER_STATES = ['asked', 'done', 'refused', 'withdrawn'] as const;

/** Days away, `toDay` excluded; `redirectTo` null: what is due is deferred. */
export type Absence = {
  id: number;
  personId: number;
  kind: AbsenceKind;
  fromDay: string;
  toDay: string;
  redirectTo: number | null;
};

/** Where a message for a person goes, and why. `until`: the next working morning after the last day away. */
export type Where =
  | { kind: 'here'; reason: 'not away' | 'the colleague is away too' }
  | { kind: 'defer'; reason: 'away'; absenceId: number; until: DateTime }
  | { kind: 'redirect'; reason: 'a colleague stands in'; absenceId: number; to: number };

type Days = { fromDay: string; toDay: string };

const isOn = ({ fromDay, toDay }: Days, day: string): boolean => fromDay <= day && day < toDay;

/** The absence of a person that covers a day; undefined: they are there. */
export const absenceOn = (absences: readonly Absence[], personId: number, day: string): Absence | undefined =>
  absences.find((one) => one.personId === personId && isOn(one, day));

/**
 * Where what is due for a person at an instant goes. A redirect goes one step and never on: when the colleague is away as
 * well, the message goes to the person themself, so that nothing circles and nothing is left with nobody.
 */
export function whereTo(
  absences: readonly Absence[],
  personId: number,
  at: DateTime,
  calendar: Calendar,
): Where {
  const day = dayOf(at);
  const own = absenceOn(absences, personId, day);
  if (!own) return { kind: 'here', reason: 'not away' };
  const absenceId = own.id;
  if (own.redirectTo === null)
    return { kind: 'defer', reason: 'away', absenceId, until: backAt(absences, own, calendar) };
  if (absenceOn(absences, own.redirectTo, day)) return { kind: 'here', reason: 'the colleague is away too' };
  return { kind: 'redirect', reason: 'a colleague stands in', absenceId, to: own.redirectTo };
}

/** The first working morning on which the person is there again, over absences that follow one another. */
export function backAt(absences: readonly Absence[], own: Absence, calendar: Calendar): DateTime {
  const morning = nextWorkingInstant(calendar, DateTime.fromISO(own.toDay, { zone: ZONE }));
  const following = absenceOn(absences, own.personId, dayOf(morning));
  return following ? backAt(absences, following, calendar) : morning;
}

/** Whether two spans of days share a day; half-open. */
export const shareDays = (one: Days, other: Days): boolean =>
  one.fromDay < other.toDay && other.fromDay < one.toDay;

/** Why a colleague cannot stand in on these days: it is the person, or they are away then (so no circle can be made). */
export function whyNotInstead(
  absences: readonly Absence[],
  personId: number,
  colleagueId: number,
  days: Days,
): 'self' | 'away' | undefined {
  if (personId === colleagueId) return 'self';
  return absences.some((one) => one.personId === colleagueId && shareDays(one, days)) ? 'away' : undefined;
}

const dayOf = (at: DateTime): string => at.setZone(ZONE).toFormat('yyyy-MM-dd');
