import { eq } from 'drizzle-orm';
import { form } from '../../../db/schema/index.ts';
import { cut } from '../../domain/cut.ts';
import type { Button, Message } from '../../domain/message.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { isTypedCancel } from '../../domain/typed-answer.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { At, Led } from './define-form.ts';
import type { Question, SentFile } from './form.ts';
import { FORMS } from './index.ts';
import { findListed, isLong, leftOut, readTap } from './list-page.ts';
import { type Again, ask, endForms, type FormRow, LIVES_HOURS, openFormOf, wayButtons } from './open-form.ts';

/** Telegram's own limit is 4,096; a subject or a reason needs far less. */
const MAX_TYPED = 1000;
/** Of what was typed into a form that cannot go on, so much is shown back. */
const MAX_SHOWN = 300;

/** The way back and out of the person's open form; none when nothing is being filled in. */
export async function openFormButtons(work: Work, { personId }: Actor): Promise<Button[]> {
  const row = await openFormOf(work, personId);
  const at = row && atOf(row);
  return at ? wayButtons(row, at) : [];
}

export type Typed = { message: Message; isSecret?: boolean };

/** What was typed goes to the open question; a refused text is not stored anywhere (C1, C3). */
export async function typeIntoForm(work: Work, actor: Actor, row: FormRow, typed: string): Promise<Typed> {
  const at = atOf(row);
  if (!at) return { message: await closeUnread(work, actor, typed) };
  if (isTypedCancel(typed) && !(await isName(work, actor, at, typed)))
    return { message: await cancelForm(work, actor) };
  if (!at.take) return { message: await find(work, actor, row, at, typed) };
  if (at.isFree && findSecret(typed).kind === 'refused')
    return { message: message([text('secret-refused')], wayButtons(row, at)), isSecret: true };
  if (typed.length > MAX_TYPED)
    return { message: await ask(work, actor, row, at, { error: text('form-too-long', { max: MAX_TYPED }) }) };
  return { message: await follow(work, actor, row, at, await at.take(work, actor, typed)) };
}

/** "Huy" is a name as well: with its accent it cancels, without it only where nothing to choose is called so. */
async function isName(work: Work, actor: Actor, at: At, typed: string): Promise<boolean> {
  if (/[ủỷ]/iu.test(typed.normalize('NFC'))) return false;
  const { list } = await at.ask(work, actor);
  return list !== undefined && findListed(list, typed).length > 0;
}

/** Whether the open question takes a file (C2). */
export const wantsFile = (row: Pick<FormRow, 'kind' | 'step' | 'data' | 'trail'>): boolean =>
  atOf(row)?.file !== undefined;

/** A file goes to the open question; undefined: it takes none. */
export async function giveFileToForm(
  work: Work,
  actor: Actor,
  row: FormRow,
  given: SentFile,
): Promise<Typed | undefined> {
  const at = atOf(row);
  if (!at?.file) return undefined;
  const { led, isSecret } = await at.file(work, actor, given);
  return { message: await follow(work, actor, row, at, led), isSecret };
}

export type Tapped = { message: Message } | { stale: true };

/** A tap on a form's button; a button of another question or of an ended form is stale. */
export async function tapForm(
  work: Work,
  actor: Actor,
  formId: number,
  stepName: string,
  value: string,
): Promise<Tapped> {
  const row = await openFormOf(work, actor.personId);
  if (!row || row.id !== formId || row.step !== stepName) return { stale: true };
  if (value === '!cancel') return { message: await cancelForm(work, actor) };
  const at = atOf(row);
  if (!at) return { message: await closeUnread(work, actor) };
  if (value === '!back') return { message: await go(work, actor, row, at.back() ?? at) };
  if (value === '!keep') return { message: await go(work, actor, row, at.keep?.() ?? at) };
  const { value: chosen, page, isTurn } = readTap(value);
  if (isTurn) return { message: await ask(work, actor, row, at, { look: { page } }) };
  if (!at.choose) return { stale: true };
  return { message: await follow(work, actor, row, at, await at.choose(work, actor, chosen), page) };
}

/** Drops the open form with all its data. */
export async function cancelForm(work: Work, actor: Actor): Promise<Message> {
  const ended = await endForms(work, actor.personId, 'cancelled');
  return message([text(ended > 0 ? 'form-cancelled' : 'form-none')]);
}

/** A form of another version that cannot be read is closed, and what was typed into it shown back. */
async function closeUnread(work: Work, actor: Actor, typed?: string): Promise<Message> {
  await endForms(work, actor.personId, 'expired');
  const shown = typed === undefined ? [] : [text('form-outdated-typed', { typed: cut(typed, MAX_SHOWN) })];
  return { ...message([text('form-outdated'), ...shown]), protect: typed !== undefined };
}

/** Words typed where a button is asked for look through a list that has several pages. */
async function find(work: Work, actor: Actor, row: FormRow, at: At, typed: string): Promise<Message> {
  const question = await at.ask(work, actor);
  const { list } = question;
  if (!list || !isLong(list)) return ask(work, actor, row, at, { error: text('form-choose') });
  return ask(work, actor, row, at, foundIn(question, findListed(list, typed)));
}

function foundIn({ list }: Question, found: ReturnType<typeof findListed>): Again {
  if (!list || found.length === 0) return { error: text('form-none-found') };
  const more = leftOut(list, found);
  const error = text(more > 0 ? 'form-found-more' : 'form-found', { count: found.length, more });
  return { error, look: { found } };
}

/** `page`: of the list that was tapped; a question that is asked again shows it. */
async function follow(
  work: Work,
  actor: Actor,
  row: FormRow,
  at: At,
  led: Led,
  page?: number,
): Promise<Message> {
  if (led.kind === 'wrong')
    return go(work, actor, row, led.at, {
      error: led.error,
      choices: led.choices,
      look: { page: page ?? 0 },
    });
  if (led.kind === 'several') return askAmong(work, actor, row, at, led.values);
  if (led.kind === 'at')
    return go(work, actor, row, led.at, led.isSame && page !== undefined ? { look: { page } } : {});
  await work.tx
    .update(form)
    .set({ state: led.kind, data: {}, trail: [], changedAt: work.now })
    .where(eq(form.id, row.id));
  return led.message;
}

async function askAmong(work: Work, actor: Actor, row: FormRow, at: At, values: string[]): Promise<Message> {
  const question = await at.ask(work, actor);
  const among = new Set(values);
  const found = (question.list?.items ?? []).filter(({ value }) => value !== undefined && among.has(value));
  return ask(work, actor, row, at, foundIn(question, found));
}

async function go(work: Work, actor: Actor, row: FormRow, at: At, again: Again = {}): Promise<Message> {
  const { step, data, trail } = at.place;
  await work.tx
    .update(form)
    .set({
      step,
      data,
      trail: [...trail],
      changedAt: work.now,
      expiresAt: work.now.plus({ hours: LIVES_HOURS }),
    })
    .where(eq(form.id, row.id));
  return ask(work, actor, row, at, again);
}

const atOf = (row: Pick<FormRow, 'kind' | 'step' | 'data' | 'trail'>): At | undefined =>
  FORMS.find((one) => one.name === row.kind)?.at(row);
