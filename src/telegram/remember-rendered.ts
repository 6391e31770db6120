import type { DateTime } from 'luxon';
import type { Message } from '../domain/message.ts';
import type { Claimed } from '../usecases/outbox/claim.ts';
import { type Rendered, render } from './render.ts';

/** Renders the message of a row, or gives what was rendered before. */
export type RenderOnce = (row: Claimed, message: Message) => Rendered;

/** One message to many people is rendered once a language. */
export function rememberRendered(now: DateTime): RenderOnce {
  const known = new Map<Message, Map<string, Rendered>>();
  return (row, message) => {
    const isResent = row.resent && row.editMessageId === null;
    const key = `${row.locale} ${isResent}`;
    const ofMessage = known.get(message) ?? new Map<string, Rendered>();
    const rendered = ofMessage.get(key) ?? render(row.locale, message, now, isResent);
    known.set(message, ofMessage.set(key, rendered));
    return rendered;
  };
}
