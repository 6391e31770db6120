import { GrammyError, HttpError } from 'grammy';

/** Every way a call to Telegram can fail, classified once. `mayHaveArrived`: no answer came, or one that does not say, so it may stand in the chat. */
export type Failure =
  | { kind: 'retry-after'; seconds: number }
  /** The bot itself is not accepted: its token was changed. */
  | { kind: 'bot-ill' }
  | { kind: 'unreachable' }
  /** Of a group: the topic is gone or closed; nothing may be written there at all. */
  | { kind: 'topic-gone' }
  | { kind: 'no-right' }
  | { kind: 'migrated'; chatId: number }
  | { kind: 'unchanged' }
  | { kind: 'edit-gone' }
  | { kind: 'expired' }
  | { kind: 'transient'; mayHaveArrived: boolean }
  /** Telegram does not take the buttons, or the text with its entities, as they are. */
  | { kind: 'misshapen'; part: 'buttons' | 'text' }
  | { kind: 'refused'; code: number };

/** Also a file that was tapped: only text can become another text. */
const EDIT_GONE =
  /message to (?:edit|delete) not found|message can't be edited|MESSAGE_ID_INVALID|no text in the message to edit/;
const UNREACHABLE = /chat not found|bot was kicked|user is deactivated|PEER_ID_INVALID/;
const TOPIC_GONE = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/;
const NO_RIGHT =
  /CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|not enough rights to send|no rights to send/;

const BUTTONS = /reply markup|REPLY_MARKUP_|BUTTON_|inline keyboard/i;
const TEXT =
  /can't parse|entit(?:y|ies)|ENTITY_|(?:message|caption) is too long|MESSAGE_TOO_LONG|CAPTION_TOO_LONG/i;

/** Whether a call to Telegram failed; anything else is a bug. */
export const isCallFailure = (error: unknown): error is GrammyError | HttpError =>
  error instanceof GrammyError || error instanceof HttpError;

/** Throws on anything that is not a failure of a call: a bug. */
export function classify(error: unknown): Failure {
  if (error instanceof HttpError) return { kind: 'transient', mayHaveArrived: !neverLeft(error.error) };
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  if (code === 401 || code === 404) return { kind: 'bot-ill' };
  if (code === 429) return { kind: 'retry-after', seconds: parameters.retry_after ?? 1 };
  if (parameters.migrate_to_chat_id) return { kind: 'migrated', chatId: parameters.migrate_to_chat_id };
  if (TOPIC_GONE.test(description)) return { kind: 'topic-gone' };
  if (NO_RIGHT.test(description)) return { kind: 'no-right' };
  if (code === 403 || UNREACHABLE.test(description)) return { kind: 'unreachable' };
  if (description.includes('message is not modified')) return { kind: 'unchanged' };
  if (EDIT_GONE.test(description)) return { kind: 'edit-gone' };
  if (description.includes('query is too old')) return { kind: 'expired' };
  if (code === 400 && BUTTONS.test(description)) return { kind: 'misshapen', part: 'buttons' };
  if (code === 400 && TEXT.test(description)) return { kind: 'misshapen', part: 'text' };
  // Whoever stands between may have passed it on before it failed.
  if (code >= 500) return { kind: 'transient', mayHaveArrived: true };
  return { kind: 'refused', code };
}

/** A refused connection or an unknown host: nothing was on the wire. */
function neverLeft(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
