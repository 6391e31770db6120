import type { Message, Text } from '../../domain/message.ts';
import { findSecret, takeDeclaration } from '../../domain/secrecy.ts';
import { isRefused, message, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Form, Gathered } from './define-form.ts';
import type { Choice } from './form.ts';
import { namedParts } from './named-parts.ts';
import { openForm } from './open-form.ts';
import type { SecretData } from './secret-step.ts';

/** What of a line was understood, why parts of it were not, and the parts that fit nowhere. */
export type LineRead<Data> = {
  data: Data;
  errors: Text[];
  left: readonly string[];
  /** It bears no text: what fits nowhere is not said back either (C4). */
  isMute?: boolean;
  /** What the question `step` may offer for it. */
  meant?: { step: string; choices: Choice[] };
};

type Line<Data extends Gathered> = {
  form: Form<Data>;
  pairId: number;
  typed: string;
  /** A line that works. */
  example: Text;
  read(line: string): Promise<LineRead<Data>>;
};

/** A one-line command that says that it bears no secret; else why it is dropped (C1, C3). */
export function declaredLine(typed: string): { line: string } | Refused {
  const declared = takeDeclaration(typed);
  if (!declared.declared) return refuse('secret-declare');
  return findSecret(declared.text).kind === 'refused' ? refuse('secret-refused') : { line: declared.text };
}

/**
 * Opens a form from a one-line command. Without the declaration the text is dropped and asked for (C1, C3). What was understood is
 * kept; what was not is named, with a line that works, and the form goes on at the first part that is missing.
 */
export async function openFromLine<Data extends Gathered & SecretData>(
  work: Work,
  actor: Actor,
  { form, pairId, typed, example, read }: Line<Data>,
): Promise<Message> {
  const declared = declaredLine(typed);
  if (isRefused(declared))
    return message([declared.refused, declared.refused.key === 'secret-declare' && example]);
  const { data, errors, left, isMute = false, meant } = await read(declared.line);
  const given = { ...data, secretAsked: true };
  const isAsked = meant !== undefined && form.open(given).place.step === meant.step;
  const again = isAsked ? { choices: meant.choices } : {};
  const question = await openForm(work, actor, form, given, { pairId, again });
  return { ...question, lines: [...leftLines(left, isMute, example), ...errors, ...question.lines] };
}

function leftLines(left: readonly string[], isMute: boolean, example: Text): Text[] {
  const count = left.length;
  if (count === 0) return [];
  if (isMute) return [text('line-left-unsaid', { count })];
  return [text('line-left', namedParts(left)), example];
}
