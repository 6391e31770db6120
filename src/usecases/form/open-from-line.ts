import type { Message, Text } from '../../domain/message.ts';
import { findSecret, takeDeclaration } from '../../domain/secrecy.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { FormData } from './form.ts';
import { ask, openForm, openFormOf } from './run-form.ts';

type Line = {
  form: string;
  pairId: number;
  typed: string;
  /** A line that works. */
  example: Text;
  read(line: string): Promise<{ data: FormData; errors: Text[] }>;
};

/**
 * Opens a form from a one-line command. Without the declaration the text is dropped and asked for (C1, C3). What was understood is
 * kept; the form goes on at the first part that was not.
 */
export async function openFromLine(work: Work, actor: Actor, line: Line): Promise<Message> {
  const declared = takeDeclaration(line.typed);
  if (!declared.declared) return message([text('secret-declare'), line.example]);
  if (findSecret(declared.text).kind === 'refused') return message([text('secret-refused')]);
  const { data, errors } = await line.read(declared.text);
  await openForm(work, actor, line.form, line.pairId, { ...data, secretAsked: true });
  const row = (await openFormOf(work, actor.personId))!;
  const question = await ask(work, actor, row);
  return { ...question, lines: [...errors, ...question.lines] };
}
