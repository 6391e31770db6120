import { and, eq } from 'drizzle-orm';
import { form } from '../../../db/schema/index.ts';
import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { button, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { At, Form, Gathered } from './define-form.ts';
import type { Choice } from './form.ts';
import { isLong, type Look, listPage } from './list-page.ts';

export type FormRow = typeof form.$inferSelect;

export const LIVES_HOURS = 24;

/**
 * What opens a form besides its data; `step`: the question it begins with, where that is not the first open one; `again`: what was wrong with
 * an answer that was given already.
 */
export type Opening = { pairId: number | null; step?: string; again?: Again };

/** Opens a form and asks its first question; one form a person: an older one is cancelled and its data dropped. */
export async function openForm<Data extends Gathered>(
  work: Work,
  actor: Actor,
  kind: Form<Data>,
  data: Data,
  { pairId, step, again }: Opening,
): Promise<Message> {
  await endForms(work, actor.personId, 'cancelled');
  const at = kind.open(data, step);
  const [row] = await work.tx
    .insert(form)
    .values({
      personId: actor.personId,
      pairId,
      chatId: actor.chatId,
      kind: kind.name,
      step: at.place.step,
      data: at.place.data,
      trail: [...at.place.trail],
      state: 'open',
      changedAt: work.now,
      expiresAt: work.now.plus({ hours: LIVES_HOURS }),
    })
    .returning();
  return ask(work, actor, row!, at, again);
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

/** Ends the person's open form and drops its data; how many there were. */
export async function endForms(
  work: Work,
  personId: number,
  state: 'cancelled' | 'expired',
): Promise<number> {
  const rows = await work.tx
    .update(form)
    .set({ state, data: {}, trail: [], changedAt: work.now })
    .where(and(eq(form.personId, personId), eq(form.state, 'open')))
    .returning({ id: form.id });
  return rows.length;
}

/** How a question is asked again: with what is wrong, what may have been meant, and which part of its list. */
export type Again = { error?: Text; choices?: Choice[]; look?: Look };

/** Asks the question that a form is at. */
export async function ask(
  work: Work,
  actor: Actor,
  row: Pick<FormRow, 'id'>,
  at: At,
  again: Again = {},
): Promise<Message> {
  const question = await at.ask(work, actor);
  const { error, choices: meant = [], look } = again;
  const does = (value: string): ActionData => act('f', { formId: row.id, step: at.place.step, value });
  const choices = [...meant, ...question.choices].map(
    ({ label, value, style }): Button => ({ label, does: does(value), ...(style ? { style } : {}) }),
  );
  const { list } = question;
  const page = list && listPage(list, look ?? { page: 0 }, does);
  const hint = list && !at.take && isLong(list) ? [text('form-find')] : [];
  return {
    lines: [...(error ? [error] : []), ...question.lines, ...(page?.lines ?? []), ...hint],
    buttons: [...(page?.buttons ?? []), ...choices, ...wayButtons(row, at)],
    protect: question.protect ?? false,
  };
}

/** On with the answer as it is, back, and out: in rows of their own. */
export const wayButtons = (row: Pick<FormRow, 'id'>, at: At): Button[] => {
  const does = (value: string): ActionData => act('f', { formId: row.id, step: at.place.step, value });
  const ways = [
    ...(at.keep ? [button('button-keep-answer', does('!keep'))] : []),
    ...(at.back() ? [button('button-back', does('!back'))] : []),
    button('button-cancel', does('!cancel')),
  ];
  return ways.map((way, n) => (n === 0 ? { ...way, startsRow: true } : way));
};
