import type { DateTime } from 'luxon';
import type { Role } from './side.ts';
import { ZONE } from './working-time.ts';

/**
 * What a message is to its reader: an answer to what they typed or tapped, Khẩn, something asked of them, or news. Only what asks
 * is within the budget of sounds; answers and Khẩn are apart, news makes none (R15).
 */
export const SAYS = ['answer', 'urgent', 'asks', 'informs'] as const;
export type Says = (typeof SAYS)[number];

/** How many sounds a person gets a day and an ISO week, over all their pairs. */
export type Limits = { aDay: number; aWeek: number };

const A_WEEK_OF_SECRETARY = 8;
const A_WEEK_OF_OTHERS = 3;

/** The limits of whoever holds these roles: a đầu mối of any pair has theirs, everybody else, leaders too, a member's (R15). */
export const limitsOf = (roles: readonly Role[], aDay: number): Limits => ({
  aDay,
  aWeek: roles.includes('secretary') ? A_WEEK_OF_SECRETARY : A_WEEK_OF_OTHERS,
});

/**
 * `at`: when it goes out; `isInDigest`: a digest that makes its sound says it too (R14); `yields`: it asks for no answer, and leaves
 * the last sound of a day and of a week to what does.
 */
export type Told = { says: Says; at: DateTime; isOutOfHours: boolean; isInDigest: boolean; yields: boolean };

export type Sound =
  | { isLoud: true; reason: Exclude<Says, 'informs'> }
  | {
      isLoud: false;
      reason:
        | 'it only informs'
        | 'a digest says it'
        | 'outside working time'
        | 'the day is full'
        | 'the week is full';
    };

/**
 * Whether a message makes a sound when it goes out, and why (R15). `heard`: when this person's earlier sounds of the budget went
 * out; those of before `soundsFrom` change nothing.
 */
export function soundOf(told: Told, heard: readonly DateTime[], limits: Limits): Sound {
  const { says, at } = told;
  if (says === 'informs') return { isLoud: false, reason: 'it only informs' };
  if (says !== 'asks') return { isLoud: true, reason: says };
  if (told.isInDigest) return { isLoud: false, reason: 'a digest says it' };
  if (told.isOutOfHours) return { isLoud: false, reason: 'outside working time' };
  const since = (from: DateTime) => heard.filter((one) => one >= from).length + (told.yields ? 1 : 0);
  if (since(at.setZone(ZONE).startOf('day')) >= limits.aDay)
    return { isLoud: false, reason: 'the day is full' };
  if (since(soundsFrom(at)) >= limits.aWeek) return { isLoud: false, reason: 'the week is full' };
  return { isLoud: true, reason: 'asks' };
}

/** The Monday midnight, local, from which sounds count at an instant. */
export const soundsFrom = (at: DateTime): DateTime => at.setZone(ZONE).startOf('week');

/** Khẩn is for what begins within this time. */
const URGENT_HOURS = 24;

/** Whether something may be called urgent now (R15): it begins within 24 hours and has not begun. */
export function mayBeUrgent(now: DateTime, eventAt: DateTime): 'yes' | 'too early' | 'begun' {
  if (eventAt <= now) return 'begun';
  return eventAt.diff(now).as('hours') < URGENT_HOURS ? 'yes' : 'too early';
}

/** Whether a request counts as Khẩn now: marked so with a reason, and within 24 hours of the event. */
export function isUrgentNow(
  asked: { urgent: boolean; urgentReason: string | null },
  now: DateTime,
  eventAt: DateTime | undefined,
): boolean {
  return asked.urgent && !!asked.urgentReason && !!eventAt && mayBeUrgent(now, eventAt) === 'yes';
}
