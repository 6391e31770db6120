import type { DateTime } from 'luxon';
import { addDays } from '../../domain/calendar-day.ts';
import { type DigestKind, unsureYear, weekEnd } from '../../domain/digest.ts';
import { isLive } from '../../domain/inspection.ts';
import type { Arg, Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { groupBy } from '../group-by.ts';
import { button, instantArg, message, text } from '../said.ts';
import type { CalendarEntry } from '../view/list-calendar.ts';
import type { Task, Waiting } from '../view/list-tasks.ts';
import { joined } from '../view/paged.ts';
import { isLate, taskButton, taskLine } from '../view/tasks-message.ts';
import type { Actor, Work } from '../work.ts';

/** What a digest is made of: what waits, what is ahead in its period, and of which slot it is. */
export type DigestContent = {
  kind: DigestKind;
  of: DateTime;
  isLate: boolean;
  waiting: Waiting;
  ahead: CalendarEntry[];
};

/** Lines of a message, the title among them. */
const LINES = 7;
/** So many other agreements are named; of more only the number. */
const NAMED = 2;

/** The period of a digest as days, the end excluded. */
export function periodOf(kind: DigestKind, of: DateTime): { from: string; to: string } {
  if (kind === 'daily') return { from: of.toISODate()!, to: of.plus({ days: 1 }).toISODate()! };
  const unit = kind === 'weekly' ? 'week' : 'month';
  const from = of.startOf(unit);
  return { from: from.toISODate()!, to: from.plus({ [`${unit}s`]: 1 }).toISODate()! };
}

/** One digest over all pairs: what needs this person first, then what else is known, at most seven lines; codes and deadlines only (C7). */
export function digestMessage(work: Work, actor: Actor, content: DigestContent): Message {
  const { tasks } = content.waiting;
  const extras = extraLines(work, actor, content);
  const head = [titleOf(work, content), ...lateLine(content)];
  const room = LINES - head.length - extras.length;
  const isFolded = tasks.length > room;
  const shown = tasks.slice(0, isFolded ? room - 1 : room);
  const rest = tasks.slice(shown.length);
  return message(
    [
      ...head,
      ...shown.map((task, i) => taskLine(actor, task, i + 1, work.now)),
      rest.length > 0 && foldLine(actor, rest),
      ...extras,
    ],
    [...shown.map((task, i) => taskButton(task, i + 1)), ...moreButtons(actor, rest)],
  );
}

function titleOf(work: Work, { kind, of, waiting: { tasks } }: DigestContent): Text {
  const late = tasks.filter((task) => isLate(task, work.now)).length;
  const period = periodArg(work, kind, of);
  if (tasks.length === 0) return text(`digest-nothing-${kind}`, { period });
  return joined([
    text(`digest-title-${kind}`, { period, count: tasks.length }),
    late > 0 && text('digest-late-count', { count: late }),
  ]);
}

function periodArg(work: Work, kind: DigestKind, of: DateTime): Arg {
  const { from, to } = periodOf(kind, of);
  if (kind === 'daily') return { day: from };
  return kind === 'monthly'
    ? { window: [from, to] }
    : { days: [from, addDays(weekEnd(work.calendar, from), 1)] };
}

const lateLine = ({ isLate: late, of }: DigestContent): Text[] =>
  late ? [text('digest-sent-late', { at: instantArg(of) })] : [];

/** What remains, by agreement where a person stands in several. */
function foldLine(actor: Actor, rest: Task[]): Text {
  const count = rest.length;
  const byPair = [...groupBy(rest, (task) => task.pairId)].sort((a, b) => b[1].length - a[1].length);
  if (actor.members.length < 2) return text('digest-more', { count });
  const nameOf = (pairId: number) => actor.members.find((member) => member.pairId === pairId)!.pairName;
  const named = byPair
    .slice(0, NAMED)
    .map(([pairId, tasks]) => text('digest-more-pair', { pair: nameOf(pairId), count: tasks.length }));
  const others = byPair.slice(NAMED);
  return text('digest-more-in', {
    count,
    pairs: joined([...named, others.length > 0 && text('digest-more-pairs', { count: others.length })]),
  });
}

const moreButtons = (actor: Actor, rest: Task[]): (Button | false)[] => [
  rest.length > 0 && button('button-digest-all', act('tin.all')),
  rest.length > 0 && actor.members.length > 1 && button('button-digest-pairs', act('viecpairs', { page: 0 })),
];

/** What is ahead, what the other sides owe, and what the calendar lacks; one line each where there is something. */
function extraLines(
  work: Work,
  actor: Actor,
  { ahead, waiting: { unanswered }, kind }: DigestContent,
): Text[] {
  const live = ahead.filter((entry) => isLive(entry.state));
  const sessions = live.filter((entry) => entry.session !== null).length;
  const cases = new Set(live.map((entry) => entry.inspectionId)).size;
  return [
    cases > 0 && text(`digest-ahead-${kind}`, { cases, sessions }),
    unanswered > 0 && text('digest-unanswered', { count: unanswered }),
    kind !== 'daily' && calendarLine(work, actor),
  ].filter((line) => line !== false);
}

/** A year without a list concerns everybody; one that is only computed, the đầu mối, who have the notice imported (R14). */
function calendarLine(work: Work, actor: Actor): Text | false {
  const unsure = unsureYear(work.calendar, work.now);
  if (!unsure) return false;
  const isTold = unsure.is === 'missing' || actor.members.some(({ role }) => role === 'secretary');
  return isTold && text(`digest-calendar-${unsure.is}`, { year: String(unsure.year) });
}
