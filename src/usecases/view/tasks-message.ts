import type { DateTime } from 'luxon';
import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { shortNames } from '../../domain/short-names.ts';
import { act } from '../actions/index.ts';
import type { HeadTask } from '../chain/head-tasks.ts';
import { groupBy } from '../group-by.ts';
import { datedArg, message, strong, text } from '../said.ts';
import { type Actor, type Member, memberIn } from '../work.ts';
import type { CaseTaskKind } from './case-tasks.ts';
import type { Task } from './list-tasks.ts';
import { codePart, item, paged, pairPart, plain } from './paged.ts';

/** /viec: a code, a deadline and a button each (C7), numbered, seven lines a message. */
export const tasksMessage = (actor: Actor, tasks: Task[], page: number, now: DateTime): Message =>
  tasks.length === 0
    ? message([text('todo-nothing')])
    : listMessage(actor, tasks, now, {
        page,
        turn: (to) => act('viec', { page: to }),
        title: strong(titleOf(tasks, now)),
      });

/** What waits in one agreement. */
export const pairTasksMessage = (
  actor: Actor,
  tasks: Task[],
  member: Member,
  page: number,
  now: DateTime,
): Message =>
  listMessage(actor, tasks, now, {
    page,
    turn: (to) => act('viecpair', { pairId: member.pairId, page: to }),
    title: text('todo-pair', { pair: member.pairName, count: tasks.length }),
  });

/** The agreements of a person in which something waits, with how much: overdue ones first. */
export function tasksByPairMessage(actor: Actor, tasks: Task[], page: number, now: DateTime): Message {
  const groups = [...groupBy(tasks, (task) => task.pairId)].map(([pairId, own]) => ({
    member: memberIn(actor, pairId)!,
    count: own.length,
    late: own.filter((task) => isLate(task, now)).length,
  }));
  const sorted = groups.sort((a, b) => b.late - a.late || b.count - a.count);
  const { shown, turns } = paged(sorted, page, (to) => act('viecpairs', { page: to }));
  const short = shortNames(shown.map(({ item: { member } }) => member.pairName));
  return message(
    [
      text('todo-pairs-title', { count: tasks.length, pairs: groups.length }),
      ...shown.map(({ item: { member, count, late }, n }) =>
        item(n, [
          plain(member.pairName),
          text('todo-pair-count', { count }),
          late > 0 && text('digest-late-count', { count: late }),
        ]),
      ),
    ],
    [
      ...shown.map(({ item: { member }, n }, i) => ({
        label: item(n, [plain(short[i]!)]),
        does: act('viecpair', { pairId: member.pairId, page: 0 }),
      })),
      ...turns,
    ],
  );
}

function titleOf(tasks: Task[], now: DateTime): Text {
  const count = tasks.length;
  const late = tasks.filter((task) => isLate(task, now)).length;
  return late > 0 ? text('todo-title-late', { count, late }) : text('todo-title', { count });
}

type Listed = { page: number; turn: (page: number) => ActionData; title: Text };

function listMessage(actor: Actor, tasks: Task[], now: DateTime, { page, turn, title }: Listed): Message {
  const { shown, turns } = paged(tasks, page, turn);
  return message(
    [title, ...shown.map(({ item: task, n }) => taskLine(actor, task, n, now))],
    [...shown.map(({ item: task, n }) => taskButton(task, n)), ...turns],
  );
}

export const isLate = (task: Task, now: DateTime): boolean => task.dueAt !== null && task.dueAt <= now;

export const taskLine = (actor: Actor, task: Task, n: number, now: DateTime): Text =>
  item(n, [
    isLate(task, now) && text('todo-late'),
    ...whatOf(task),
    task.dueAt !== null &&
      text('todo-due', { due: { strong: 'dueDay' in task ? { day: task.dueDay! } : datedArg(task.dueAt) } }),
    pairPart(actor, task.pairId),
  ]);

const whatOf = (task: Task): Text[] =>
  task.kind === 'head'
    ? [text('task-head', { book: bookOf(task) })]
    : [subjectOf(task), text(`task-${task.kind}`)];

/** "sổ tháng 01 (UBKT Tỉnh uỷ)": the book of a month, or as it was closed on a day. Its value stands in the head that opens. */
function bookOf({ month, shownAt, committee }: HeadTask): Text {
  return month === null
    ? text('task-head-asked', { day: { date: shownAt.toISODate()! }, committee })
    : text('task-head-month', { month: month.slice(5, 7), committee });
}

/** The same on a button, which is short: "sổ 01 UBKT Tỉnh uỷ". */
function shortBookOf({ month, shownAt, committee }: HeadTask): Text {
  return text('task-head-short', {
    at: month === null ? { date: shownAt.toISODate()! } : month.slice(5, 7),
    committee,
  });
}

/** The code of an inspection or entry, the name of a duty, the book of a chain, or a plan's year. */
const subjectOf = (task: Task): Text => {
  if (task.kind === 'head') return bookOf(task);
  return 'opens' in task ? plain(task.name) : codePart(task.code, task.inspectionId);
};

export function taskButton(task: Task, n: number): Button {
  return {
    label: text('view-button', {
      n,
      verb: text(`task-verb-${task.kind}`),
      code: task.kind === 'head' ? shortBookOf(task) : subjectOf(task),
    }),
    does: actionOf(task),
    ...(n === 1 ? { style: 'primary' as const } : {}),
  };
}

/** The card lacks a proposal's own buttons: it is shown as it was sent. Who asked for what stands in the answers. */
const OF_REQUESTS: { [Kind in CaseTaskKind]?: 'open' | 'asked' | 'pending' | 'who' } = {
  answer: 'open',
  receive: 'asked',
  reply: 'asked',
  confirm: 'pending',
  substitute: 'who',
  opinion: 'who',
};

function actionOf(task: Task): ActionData {
  if (task.kind === 'head') return act('head.show', { id: task.headId });
  if ('opens' in task) return task.opens;
  const { kind, requestId, inspectionId: id } = task;
  if (kind === 'overlap') return act('clash.show', { id });
  const opens = OF_REQUESTS[kind];
  return opens && requestId !== null ? act(opens, { requestId }) : act('card', { id });
}
