import { inlineButtons } from './keyboards.ts';
import type { SimMessage } from './protocol.ts';
import type { SimContext } from './sim-context.ts';

/** What a waited-for message must be: containing the text, matching, or satisfying. */
export type MessageTest = string | RegExp | ((message: SimMessage) => boolean);

/** What waits; ended by the server's close. */
export type Pending = Set<(reason: Error) => void>;

/**
 * Resolves with the bot's newest matching message in a chat that was sent or edited after event `after`, or with the first
 * one to come. Rejects after `timeoutMs`, naming what the chat shows.
 */
export function watchChat(
  context: SimContext,
  pending: Pending,
  chatId: () => number,
  test: MessageTest,
  timeoutMs: number,
  after: number,
): Promise<SimMessage> {
  const { world } = context;
  const accepts = (message: SimMessage) => message.fromBot && !message.deleted && matches(test, message);
  const there = world
    .chat(chatId())
    .messages.findLast((message) => message.changeSeq > after && accepts(message));
  if (there) return Promise.resolve(there);
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      pending.delete(fail);
    };
    const fail = (reason: Error) => {
      end();
      reject(reason);
    };
    const unsubscribe = world.events.subscribe((event) => {
      if (event.type !== 'message' && event.type !== 'edit') return;
      if (event.chatId !== chatId() || !accepts(event.message)) return;
      end();
      resolve(event.message);
    });
    const timer = setTimeout(() => fail(new Error(explain(context, chatId(), test, timeoutMs))), timeoutMs);
    pending.add(fail);
  });
}

function matches(test: MessageTest, message: SimMessage): boolean {
  if (typeof test === 'function') return test(message);
  return typeof test === 'string' ? message.text.includes(test) : message.text.search(test) >= 0;
}

function explain({ world }: SimContext, chatId: number, test: MessageTest, timeoutMs: number): string {
  const last = (world.chats.get(chatId)?.messages ?? []).slice(-5).map(describe);
  const wanted = typeof test === 'function' ? 'a message that satisfies the test' : String(test);
  return `no ${wanted} in chat ${chatId} within ${timeoutMs} ms; the last there:\n${last.join('\n') || '(nothing)'}`;
}

function describe(message: SimMessage): string {
  const who = message.fromBot ? 'bot' : message.from.first_name;
  const labels = inlineButtons(message.reply_markup).map(({ text }) => `[${text}]`);
  return `- ${who}: ${[message.text || message.kind, ...labels].join(' ')}${message.deleted ? ' (deleted)' : ''}`;
}
