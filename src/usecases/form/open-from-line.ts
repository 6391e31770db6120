import type { Message, Text } from '../../domain/message.ts';
import { findSecret, takeDeclaration } from '../../domain/secrecy.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Form, Gathered } from './define-form.ts';
import { openForm } from './open-form.ts';
import type { SecretData } from './secret-step.ts';

type Line<Data extends Gathered> = {
  form: Form<Data>;
  pairId: number;
  typed: string;
  /** A line that works. */
  example: Text;
  read(line: string): Promise<{ data: Data; errors: Text[] }>;
};

/**
 * Opens a form from a one-line command. Without the declaration the text is dropped and asked for (C1, C3). What was understood is
 * kept; the form goes on at the first part that was not.
 */
export async function openFromLine<Data extends Gathered & SecretData>(
  work: Work,
  actor: Actor,
  line: Line<Data>,
): Promise<Message> {
  const declared = takeDeclaration(line.typed);
  if (!declared.declared) return message([text('secret-declare'), line.example]);
  if (findSecret(declared.text).kind === 'refused') return message([text('secret-refused')]);
  const { data, errors } = await line.read(declared.text);
  const { form, pairId } = line;
  const question = await openForm(work, actor, form, { ...data, secretAsked: true }, { pairId });
  return { ...question, lines: [...errors, ...question.lines] };
}
