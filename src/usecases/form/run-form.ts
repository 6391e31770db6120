import { and, eq } from 'drizzle-orm';
import { form } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { button, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { FormData, FormKind, Question, SentFile, Step, Taken } from './form.ts';
import { FORMS } from './index.ts';

export type FormRow = typeof form.$inferSelect;

const LIVES_HOURS = 24;
/** Telegram's own limit is 4,096; a subject or a reason needs far less. */
const MAX_TYPED = 1000;

/** Opens a form and asks its first question; one form a person: an older one is cancelled and its data dropped. */
export async function openForm(
  work: Work,
  actor: Actor,
  name: string,
  pairId: number | null,
  data: FormData = {},
): Promise<Message> {
  await endForms(work, actor.personId, 'cancelled');
  const kind = kindOf(name);
  const step = kind.first(data);
  const [row] = await work.tx
    .insert(form)
    .values({
      personId: actor.personId,
      pairId,
      chatId: actor.chatId,
      kind: name,
      step,
      data,
      state: 'open',
      changedAt: work.now,
      expiresAt: work.now.plus({ hours: LIVES_HOURS }),
    })
    .returning();
  return ask(work, actor, row!);
}

/** The person's open form; undefined: nothing is being filled in. */
export async function openFormOf(work: Work, personId: number): Promise<FormRow | undefined> {
  const [row] = await work.tx
    .select()
    .from(form)
    .where(and(eq(form.personId, personId), eq(form.state, 'open')))
    .for('update');
  return row;
}

export type Typed = { message: Message; isSecret?: boolean };

/** What was typed goes to the open step; a refused text is not stored anywhere (C1, C3). */
export async function typeIntoForm(work: Work, actor: Actor, row: FormRow, typed: string): Promise<Typed> {
  const step = stepOf(row);
  if (!step.take) return { message: await ask(work, actor, row, text('form-choose')) };
  if (step.isFree && findSecret(typed).kind === 'refused')
    return { message: message([text('secret-refused')], formButtons(row, step)), isSecret: true };
  if (typed.length > MAX_TYPED)
    return { message: await ask(work, actor, row, text('form-too-long', { max: MAX_TYPED })) };
  return { message: await follow(work, actor, row, await step.take(work, actor, row.data, typed)) };
}

/** Whether the open step takes a file (C2). */
export const wantsFile = (row: Pick<FormRow, 'kind' | 'step'>): boolean => stepOf(row).file !== undefined;

/** A file goes to the open step; undefined: it takes none. */
export async function giveFileToForm(
  work: Work,
  actor: Actor,
  row: FormRow,
  given: SentFile,
): Promise<Typed | undefined> {
  const step = stepOf(row);
  if (!step.file) return undefined;
  const { taken, isSecret } = await step.file(work, actor, row.data, given);
  return { message: await follow(work, actor, row, taken), isSecret };
}

export type Tapped = { message: Message } | { stale: true };

/** A tap on a form's button; a button of another step or of an ended form is stale. */
export async function tapForm(
  work: Work,
  actor: Actor,
  formId: number,
  stepName: string,
  value: string,
): Promise<Tapped> {
  const row = await openFormOf(work, actor.personId);
  if (!row || row.id !== formId || row.step !== stepName) return { stale: true };
  const step = stepOf(row);
  if (value === '!cancel') return { message: await cancelForm(work, actor) };
  if (value === '!back') {
    const previous = step.back?.(row.data);
    return {
      message: previous ? await go(work, actor, row, row.data, previous) : await ask(work, actor, row),
    };
  }
  if (!step.choose) return { stale: true };
  return { message: await follow(work, actor, row, await step.choose(work, actor, row.data, value)) };
}

/** Drops the open form with all its data. */
export async function cancelForm(work: Work, actor: Actor): Promise<Message> {
  const ended = await endForms(work, actor.personId, 'cancelled');
  return message([text(ended > 0 ? 'form-cancelled' : 'form-none')]);
}

/** Asks the current question of a form again. */
export async function ask(work: Work, actor: Actor, row: FormRow, error?: Text): Promise<Message> {
  const step = stepOf(row);
  const question = await step.ask(work, actor, row.data);
  return questionMessage(row, step, question, error);
}

async function follow(work: Work, actor: Actor, row: FormRow, taken: Taken): Promise<Message> {
  if (taken.kind === 'wrong') return ask(work, actor, row, taken.error);
  if (taken.kind === 'next') return go(work, actor, row, taken.data, taken.step);
  await work.tx
    .update(form)
    .set({ state: taken.kind, data: {}, changedAt: work.now })
    .where(eq(form.id, row.id));
  return taken.message;
}

async function go(work: Work, actor: Actor, row: FormRow, data: FormData, step: string): Promise<Message> {
  const [moved] = await work.tx
    .update(form)
    .set({ step, data, changedAt: work.now, expiresAt: work.now.plus({ hours: LIVES_HOURS }) })
    .where(eq(form.id, row.id))
    .returning();
  return ask(work, actor, moved!);
}

async function endForms(work: Work, personId: number, state: 'cancelled' | 'expired'): Promise<number> {
  const rows = await work.tx
    .update(form)
    .set({ state, data: {}, changedAt: work.now })
    .where(and(eq(form.personId, personId), eq(form.state, 'open')))
    .returning({ id: form.id });
  return rows.length;
}

function questionMessage(row: FormRow, step: Step, question: Question, error?: Text): Message {
  const choices = question.choices.map(
    (choice): Button => ({
      label: choice.label,
      does: `f.${row.id}.${row.step}.${choice.value}`,
      ...(choice.style ? { style: choice.style } : {}),
    }),
  );
  return {
    lines: error ? [error, ...question.lines] : question.lines,
    buttons: [...choices, ...formButtons(row, step)],
    protect: question.protect ?? false,
  };
}

/** A step that leads back to itself is the first one of its form. */
const formButtons = (row: FormRow, step: Step): Button[] => [
  ...(step.back && step.back(row.data) !== row.step
    ? [button('button-back', `f.${row.id}.${row.step}.!back`)]
    : []),
  button('button-cancel', `f.${row.id}.${row.step}.!cancel`),
];

function kindOf(name: string): FormKind {
  const kind = FORMS.find((one) => one.name === name);
  if (!kind) throw new Error(`no form is named ${name}`);
  return kind;
}

function stepOf(row: Pick<FormRow, 'kind' | 'step'>): Step {
  const step = kindOf(row.kind).steps[row.step];
  if (!step) throw new Error(`form ${row.kind} has no step ${row.step}`);
  return step;
}
