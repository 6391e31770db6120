import type { DateTime } from 'luxon';
import type { Button, Message, Text } from '../../domain/message.ts';
import { message, nearArg, text } from '../said.ts';
import type { Actor } from '../work.ts';
import type { Task } from './list-tasks.ts';
import { codePart, item, paged, pairPart, plain } from './paged.ts';

/** /viec: a code, a deadline and a button each (C7), numbered, seven lines a message. */
export function tasksMessage(actor: Actor, tasks: Task[], page: number, now: DateTime): Message {
  if (tasks.length === 0) return message([text('todo-nothing')]);
  const { shown, total, turns } = paged(tasks, page, (to) => `viec.${to}`);
  const late = tasks.filter((task) => isLate(task, now)).length;
  return message(
    [
      late > 0 ? text('todo-title-late', { count: total, late }) : text('todo-title', { count: total }),
      ...shown.map(({ item: task, n }) => taskLine(actor, task, n, now)),
    ],
    [...shown.map(({ item: task, n }) => taskButton(task, n)), ...turns],
  );
}

const isLate = (task: Task, now: DateTime): boolean => task.dueAt !== null && task.dueAt <= now;

const taskLine = (actor: Actor, task: Task, n: number, now: DateTime): Text =>
  item(n, [
    isLate(task, now) && text('todo-late'),
    subjectOf(task),
    text(`task-${task.kind}`),
    task.dueAt !== null && text('todo-due', { due: nearArg(task.dueAt) }),
    pairPart(actor, task.pairId),
  ]);

/** The code of an inspection or entry, the name of a duty, or the head of a chain. */
const subjectOf = (task: Task): Text => {
  if (task.kind === 'head') return text('task-head-subject', { seq: task.seq });
  return 'opens' in task ? plain(task.name) : codePart(task.code, task.inspectionId);
};

function taskButton(task: Task, n: number): Button {
  return {
    label: text('view-button', {
      n,
      verb: text(`task-verb-${task.kind}`),
      code: subjectOf(task),
    }),
    does: actionOf(task),
    ...(n === 1 ? { style: 'primary' as const } : {}),
  };
}

/** The card lacks a proposal's own buttons: it is shown as it was sent. Who asked for what stands in the answers. */
function actionOf(task: Task): string {
  if (task.kind === 'head') return `head.show.${task.headId}`;
  if ('opens' in task) return task.opens;
  const { kind, requestId, inspectionId } = task;
  if (kind === 'answer') return `open.${requestId}`;
  if (kind === 'receive' || kind === 'reply') return `asked.${requestId}`;
  if (kind === 'confirm') return `pending.${requestId}`;
  if (kind === 'substitute' || kind === 'opinion') return `who.${requestId}`;
  return `card.${inspectionId}`;
}
