import { and, eq } from 'drizzle-orm';
import { form } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { button, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { FormData, FormKind, Listed, Question, SentFile, Step, Taken } from './form.ts';
import { FORMS } from './index.ts';
import { findListed, isLong, type Look, leftOut, listPage, readTap } from './list-page.ts';

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

/** The way back and out of the person's open form; none when nothing is being filled in. */
export async function openFormButtons(work: Work, { personId }: Actor): Promise<Button[]> {
  const row = await openFormOf(work, personId);
  return row ? formButtons(row, stepOf(row)) : [];
}

export type Typed = { message: Message; isSecret?: boolean };

/** What was typed goes to the open step; a refused text is not stored anywhere (C1, C3). */
export async function typeIntoForm(work: Work, actor: Actor, row: FormRow, typed: string): Promise<Typed> {
  const step = stepOf(row);
  if (!step.take) return { message: await find(work, actor, row, typed) };
  if (step.isFree && findSecret(typed).kind === 'refused')
    return { message: message([text('secret-refused')], formButtons(row, step)), isSecret: true };
  if (typed.length > MAX_TYPED)
    return { message: await ask(work, actor, row, { error: text('form-too-long', { max: MAX_TYPED }) }) };
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
  const { value: chosen, page, isTurn } = readTap(value);
  if (isTurn) return { message: await ask(work, actor, row, { look: { page } }) };
  if (!step.choose) return { stale: true };
  const taken = await step.choose(work, actor, row.data, chosen);
  return { message: await follow(work, actor, row, taken, page) };
}

/** Drops the open form with all its data. */
export async function cancelForm(work: Work, actor: Actor): Promise<Message> {
  const ended = await endForms(work, actor.personId, 'cancelled');
  return message([text(ended > 0 ? 'form-cancelled' : 'form-none')]);
}

/** How a question is asked again: with what is wrong, and which part of its list. */
type Again = { error?: Text; look?: Look };

/** Asks the current question of a form again. */
export async function ask(work: Work, actor: Actor, row: FormRow, again: Again = {}): Promise<Message> {
  const step = stepOf(row);
  return questionMessage(row, step, await step.ask(work, actor, row.data), again);
}

/** Words typed where a button is asked for look through a list that has several pages. */
async function find(work: Work, actor: Actor, row: FormRow, typed: string): Promise<Message> {
  const step = stepOf(row);
  const question = await step.ask(work, actor, row.data);
  const { list } = question;
  if (!list || !isLong(list)) return questionMessage(row, step, question, { error: text('form-choose') });
  return questionMessage(row, step, question, foundIn(question, findListed(list, typed)));
}

function foundIn({ list }: Question, found: Listed[]): Again {
  if (!list || found.length === 0) return { error: text('form-none-found') };
  const more = leftOut(list, found);
  const error = text(more > 0 ? 'form-found-more' : 'form-found', { count: found.length, more });
  return { error, look: { found } };
}

/** `page`: of the list that was tapped; a question that is asked again shows it. */
async function follow(work: Work, actor: Actor, row: FormRow, taken: Taken, page?: number): Promise<Message> {
  if (taken.kind === 'wrong') return ask(work, actor, row, { error: taken.error, look: { page: page ?? 0 } });
  if (taken.kind === 'several') return askAmong(work, actor, row, taken.values);
  if (taken.kind === 'next') return go(work, actor, row, taken.data, taken.step, page);
  await work.tx
    .update(form)
    .set({ state: taken.kind, data: {}, changedAt: work.now })
    .where(eq(form.id, row.id));
  return taken.message;
}

async function askAmong(work: Work, actor: Actor, row: FormRow, values: string[]): Promise<Message> {
  const step = stepOf(row);
  const question = await step.ask(work, actor, row.data);
  const among = new Set(values);
  const found = (question.list?.items ?? []).filter(({ value }) => value !== undefined && among.has(value));
  return questionMessage(row, step, question, foundIn(question, found));
}

async function go(
  work: Work,
  actor: Actor,
  row: FormRow,
  data: FormData,
  step: string,
  page?: number,
): Promise<Message> {
  const [moved] = await work.tx
    .update(form)
    .set({ step, data, changedAt: work.now, expiresAt: work.now.plus({ hours: LIVES_HOURS }) })
    .where(eq(form.id, row.id))
    .returning();
  const stays = step === row.step && page !== undefined;
  return ask(work, actor, moved!, stays ? { look: { page } } : {});
}

async function endForms(work: Work, personId: number, state: 'cancelled' | 'expired'): Promise<number> {
  const rows = await work.tx
    .update(form)
    .set({ state, data: {}, changedAt: work.now })
    .where(and(eq(form.personId, personId), eq(form.state, 'open')))
    .returning({ id: form.id });
  return rows.length;
}

function questionMessage(row: FormRow, step: Step, question: Question, { error, look }: Again): Message {
  const does = (value: string): string => `f.${row.id}.${row.step}.${value}`;
  const choices = question.choices.map(
    ({ label, value, style }): Button => ({ label, does: does(value), ...(style ? { style } : {}) }),
  );
  const { list } = question;
  const page = list && listPage(list, look ?? { page: 0 }, does);
  const hint = list && !step.take && isLong(list) ? [text('form-find')] : [];
  return {
    lines: [...(error ? [error] : []), ...question.lines, ...(page?.lines ?? []), ...hint],
    buttons: [...(page?.buttons ?? []), ...choices, ...formButtons(row, step)],
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
  const step = ownEntry(kindOf(row.kind).steps, row.step);
  if (!step) throw new Error(`form ${row.kind} has no step ${row.step}`);
  return step;
}
