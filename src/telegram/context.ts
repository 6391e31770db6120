import type { Context } from 'grammy';
import type { Message, Text } from '../domain/message.ts';
import type { SentFile } from '../usecases/form/form.ts';
import type { Actor, Work } from '../usecases/work.ts';

/** What an update is answered with; committed with its effect, then said. */
export type Answers = {
  toast?: Text;
  /** Show the toast as a window that must be closed. */
  isAlert?: boolean;
  /** Replaces the tapped message. */
  edit?: Message;
  send: Message[];
  /** What was written must not stand in the chat (C1–C3): deleted after the commit, where Telegram allows it. */
  deleteIncoming?: boolean;
  /** Something for Telegram alone, after the commit; when it fails nothing is lost. */
  after?: () => Promise<void>;
};

/** The topic of a forum that an update came from; a thread of replies elsewhere is none. */
export function topicOf(ctx: Context): number | undefined {
  const { msg } = ctx;
  return msg?.is_topic_message ? msg.message_thread_id : undefined;
}

/** What a command or button works with: the transaction, who is asking, and what is to be said. */
export type BotContext = Context & {
  work: Work;
  /** Undefined: a stranger, or an account that is not active yet. */
  actor: Actor | undefined;
  /** Under which people reach the program's web part; undefined: the operator has set no address. */
  publicUrl: string | undefined;
  answers: Answers;
  /** The file that the sender's form waits for; undefined: none, and files are refused (C2). */
  sent: SentFile | undefined;
};
