import { DateTime } from 'luxon';
import type { Sql } from 'postgres';
import { type Calendar, isWorkingDay } from '../../src/domain/calendar.ts';
import { isWorkingTime, ZONE } from '../../src/domain/working-time.ts';

/** What a year has said: pushes, reminders and digests as the database has them. */
export type YearCounts = {
  digests: Record<string, number>;
  steps: Record<string, number>;
  skipped: Record<string, number>;
  mostPushesADay: number;
  mostPushesAWeek: Record<string, number>;
};

type Said = {
  id: number;
  kind: string;
  who: string;
  role: string;
  silent: boolean;
  state: string;
  reason: string | null;
  sent_at: Date | null;
  ref: {
    digest?: { kind: string; of: string; isLate: boolean };
    requestId?: number;
    recipientId?: number;
    insteadOf?: number;
  };
};

const BY_CALENDAR = ['digest', 'reminder', 'own-leader', 'across', 'exchange-step', 'day-before'];
const at = (date: Date): DateTime => DateTime.fromJSDate(date, { zone: ZONE });

/** Everything that was said to people, in order, edits left out. */
export const saidTo = (sql: Sql): Promise<Said[]> => sql<Said[]>`
  select o.id::int, o.kind, p.key as who, m.role, o.silent, o.state, o.reason, o.sent_at, o.ref
  from outbox o join person p on p.id = o.person_id
  join lateral (select role from membership where person_id = p.id order by pair_id limit 1) m on true
  where o.edit_message_id is null and o.lane > 0 order by o.id`;

/** What the calendar brought outside of working time; first notices go at once and are not among it. */
export const outsideWorkingTime = (said: Said[], calendar: Calendar): string[] =>
  said
    .filter(
      (one) => BY_CALENDAR.includes(one.kind) && one.sent_at && !isWorkingTime(calendar, at(one.sent_at)),
    )
    .map((one) => `${one.kind} to ${one.who} at ${at(one.sent_at!).toISO()}`);

/** The kinds of what reached a person on the days from one to before another, in order. */
export const sentOn = (said: Said[], who: string, from: DateTime, to: DateTime): string[] =>
  said
    .filter((one) => one.who === who && one.state === 'sent' && one.sent_at)
    .filter((one) => at(one.sent_at!) >= from.startOf('day') && at(one.sent_at!) < to.startOf('day'))
    .map((one) => one.kind);

/** Days on which a person got more than two messages with a sound, and which (R15). */
export const loudDays = (said: Said[]): string[] => {
  const days: Record<string, string[]> = {};
  for (const one of said.filter((one) => !one.silent && one.state === 'sent' && one.sent_at)) {
    const day = `${one.who} ${at(one.sent_at!).toISODate()}`;
    days[day] = [...(days[day] ?? []), `${one.kind} ${at(one.sent_at!).toFormat('HH:mm')}`];
  }
  return Object.entries(days).flatMap(([day, kinds]) =>
    kinds.length > 2 ? [`${day}: ${kinds.join(', ')}`] : [],
  );
};

/** Obligations that are due and were neither done nor skipped. */
export const missed = (sql: Sql, now: DateTime): Promise<object[]> => sql`
  select 'step' as what, id from due_step where state = 'pending' and due_at < ${now.toISO()}
  union all select 'exchange', id from exchange_step where state = 'pending' and due_at < ${now.toISO()}
  union all select 'digest', id from digest_slot where state = 'pending' and due_at < ${now.toISO()}`;

/** Reminders that reached somebody who had answered by then. */
export const afterTheAnswer = (sql: Sql): Promise<object[]> => sql`
  select o.id, p.key from outbox o join recipient r on r.id = (o.ref->>'recipientId')::int join person p on p.id = o.person_id
  where o.kind = 'reminder' and o.state = 'sent' and o.edit_message_id is null and r.answered_at < o.sent_at`;

/** Slots of digests and steps that were said more than once to a person. */
export const saidTwice = (sql: Sql): Promise<object[]> => sql`
  select person_id, kind, ref, count(*) from outbox
  where edit_message_id is null and kind in ('digest', 'reminder', 'own-leader', 'across', 'day-before')
    and state = 'sent' and (kind = 'digest' or ref ? 'stepId')
  group by person_id, kind, ref having count(*) > 1`;

/** The mornings in [from, to) on which a person with these kinds is to get a digest, counted day by day from the calendar alone. */
export function morningsOf(
  kinds: { daily?: boolean; weekly?: boolean; monthly?: boolean },
  calendar: Calendar,
  from: DateTime,
  to: DateTime,
): string[] {
  const mornings: string[] = [];
  for (let day = from.startOf('day'); day < to; day = day.plus({ days: 1 })) {
    if (!isWorkingDay(calendar, day.toISODate()!)) continue;
    const worked = (start: DateTime) => {
      for (let one = start; one < day; one = one.plus({ days: 1 }))
        if (isWorkingDay(calendar, one.toISODate()!)) return true;
      return false;
    };
    const isFirst = { week: !worked(day.startOf('week')), month: !worked(day.startOf('month')) };
    const isDue = kinds.daily || (kinds.weekly && isFirst.week) || (kinds.monthly && isFirst.month);
    const morning = day.set({ hour: 7, minute: 30 });
    if (isDue && morning > from && morning < to) mornings.push(morning.toISO()!);
  }
  return mornings;
}

/** Non-silent messages a person, by day and by ISO week. */
export function countYear(
  said: Said[],
  steps: { kind: string; state: string; reason: string | null }[],
): YearCounts {
  const pushes = said.filter((one) => !one.silent && one.state === 'sent' && one.sent_at);
  const perDay = tally(pushes, (one) => `${one.who} ${at(one.sent_at!).toISODate()}`);
  const perWeek = tally(pushes, (one) => `${one.role} ${one.who} ${at(one.sent_at!).toFormat("kkkk-'W'WW")}`);
  const mostPushesAWeek: Record<string, number> = {};
  for (const [key, n] of Object.entries(perWeek)) {
    const role = key.split(' ')[0]!;
    mostPushesAWeek[role] = Math.max(mostPushesAWeek[role] ?? 0, n);
  }
  return {
    digests: tally(
      said.filter((one) => one.kind === 'digest'),
      (one) => `${one.ref.digest!.kind} ${one.state}`,
    ),
    steps: tally(
      steps.filter((one) => one.state === 'done'),
      (one) => one.kind,
    ),
    skipped: tally(
      steps.filter((one) => one.state === 'skipped'),
      (one) => `${one.kind}: ${one.reason}`,
    ),
    mostPushesADay: Math.max(...Object.values(perDay)),
    mostPushesAWeek,
  };
}

function tally<R>(rows: R[], keyOf: (row: R) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}
