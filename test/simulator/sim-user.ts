import type { InlineKeyboardButton, User } from '@grammyjs/types';
import type { MessageTest, Pending } from './chat-watch.ts';
import { watchChat } from './chat-watch.ts';
import { inlineButtons } from './keyboards.ts';
import type { PersonDraft } from './person-actions.ts';
import { editAs, setBlocked, tapAs, writeAs } from './person-actions.ts';
import type { SimMessage, SimToast } from './protocol.ts';
import type { SimContext } from './sim-context.ts';

/** Which button: its label, its callback_data, or one that satisfies. */
export type ButtonTest = string | RegExp | ((button: InlineKeyboardButton) => boolean);

/** Where to tap; `stale` sends the string as callback_data although no such button is shown any more. */
export interface TapOptions {
  message?: SimMessage;
  chat?: number;
  timeoutMs?: number;
  stale?: boolean;
}

/** Where and how to write. */
export interface SendOptions {
  chat?: number;
  reply_to?: number;
  threadId?: number;
}

/** A file that a person sends; the content is made up when left out. */
export interface FileToSend extends SendOptions {
  name?: string;
  content?: Buffer;
  mime?: string;
  caption?: string;
}

/** A person with a phone. What they do reaches the bot at once; what they cannot do throws. */
export class SimUser {
  /** Event number before the last thing this person did. */
  private actedAt = 0;

  private readonly context: SimContext;
  private readonly pending: Pending;
  readonly id: number;

  constructor(context: SimContext, pending: Pending, id: number) {
    this.context = context;
    this.pending = pending;
    this.id = id;
  }

  get user(): User {
    return this.context.world.user(this.id).user;
  }

  /** Presses Start (with a deep link's payload), which also unblocks. */
  start(payload?: string): SimMessage {
    setBlocked(this.context, this.id, false);
    return this.send(payload === undefined ? '/start' : `/start ${payload}`);
  }

  send(text: string, options: SendOptions = {}): SimMessage {
    return this.write({ text }, options);
  }

  sendPhoto(file: FileToSend = {}): SimMessage {
    return this.sendFile('photo', 'anh.jpg', 'image/jpeg', file);
  }

  sendDocument(file: FileToSend = {}): SimMessage {
    return this.sendFile('document', 'tai-lieu.pdf', 'application/pdf', file);
  }

  sendVoice(file: FileToSend = {}): SimMessage {
    return this.sendFile('voice', 'ghi-am.ogg', 'audio/ogg', file);
  }

  sendSticker(file: FileToSend = {}): SimMessage {
    return this.sendFile('sticker', 'nhan-dan.webp', 'image/webp', file);
  }

  /** Forwards a text from somewhere else. */
  forward(text: string, options: SendOptions = {}): SimMessage {
    return this.write({ text, forwarded: true }, options);
  }

  /** Edits one of this person's own messages in the private chat, or in `chat`. */
  edit(messageId: number, text: string, chat: number = this.id): SimMessage {
    const message = this.context.world.chat(chat).byId.get(messageId);
    if (!message || message.from.id !== this.id)
      throw new Error(`${this.name} wrote no message ${messageId}`);
    this.act();
    editAs(this.context, message, text);
    return message;
  }

  /**
   * Taps a button of the given message, else of the newest message in the chat that has it. Resolves with the toast, or with
   * undefined when none came in `timeoutMs` (3,000); rejects when there is no such button. A button that links to the bot presses Start there.
   */
  async tap(wanted: ButtonTest, options: TapOptions = {}): Promise<SimToast | undefined> {
    const { message, button } = this.find(wanted, options);
    this.act();
    if ('url' in button) return this.openLink(button.url);
    if (!('callback_data' in button)) throw new Error(`the button "${button.text}" cannot be tapped`);
    return this.tapData(message, button.callback_data, options.timeoutMs ?? 3_000);
  }

  /** Opens a link; t.me/<this bot>?start=… presses Start with the payload. */
  openLink(url: string): undefined {
    const link = new URL(url);
    const isBot = link.pathname.toLowerCase() === `/${this.context.world.bot.username.toLowerCase()}`;
    if (link.hostname !== 't.me' || !isBot) return;
    this.start(link.searchParams.get('start') ?? undefined);
  }

  block(): void {
    this.act();
    setBlocked(this.context, this.id, true);
  }

  unblock(): void {
    this.act();
    setBlocked(this.context, this.id, false);
  }

  /** Deletes the account: the bot gets 403 from now on. */
  deactivate(): void {
    this.context.world.user(this.id).deactivated = true;
    this.context.world.events.emit({ type: 'user', userId: this.id });
  }

  /** What the private chat shows, both sides, without what was deleted. */
  inbox(): SimMessage[] {
    return this.context.world.chat(this.id).messages.filter((message) => !message.deleted);
  }

  /** The bot's newest message in the private chat. */
  last(): SimMessage | undefined {
    return this.inbox().findLast((message) => message.fromBot);
  }

  /** Labels of a message's buttons; of the newest one when none is given. */
  buttons(message: SimMessage | undefined = this.last()): string[] {
    return inlineButtons(message?.reply_markup).map(({ text }) => text);
  }

  /** The bot's next matching message or edit since this person last did something (or since event `after`). */
  waitFor(test: MessageTest, timeoutMs = 20_000, after: number = this.actedAt): Promise<SimMessage> {
    return watchChat(this.context, this.pending, () => this.id, test, timeoutMs, after);
  }

  private get name(): string {
    return this.user.first_name;
  }

  private act(): void {
    this.actedAt = this.context.world.events.seq;
  }

  private write(draft: PersonDraft, { chat = this.id, reply_to, threadId }: SendOptions): SimMessage {
    this.act();
    return writeAs(this.context, this.id, chat, { ...draft, replyTo: reply_to, threadId });
  }

  private sendFile(
    kind: 'photo' | 'document' | 'voice' | 'sticker',
    name: string,
    type: string,
    given: FileToSend,
  ): SimMessage {
    const bytes = given.content ?? Buffer.from(`${kind} content`);
    const file = this.context.files.add({ name: given.name ?? name, type: given.mime ?? type, bytes });
    return this.write({ kind, file, text: given.caption ?? '' }, given);
  }

  private find(
    wanted: ButtonTest,
    options: TapOptions,
  ): { message: SimMessage; button: InlineKeyboardButton } {
    const shown = this.context.world
      .chat(options.chat ?? options.message?.chatId ?? this.id)
      .messages.filter((message) => message.fromBot && !message.deleted);
    const messages = options.message ? [options.message] : shown.toReversed();
    const stale = options.stale ? messages[0] : undefined;
    if (stale && typeof wanted === 'string')
      return { message: stale, button: { text: '', callback_data: wanted } };
    for (const message of messages) {
      const button = inlineButtons(message.reply_markup).find((each) => isWanted(each, wanted));
      if (button) return { message, button };
    }
    const labels = messages.flatMap((message) => this.buttons(message)).slice(0, 20);
    throw new Error(
      `${this.name} sees no button ${String(wanted)}; there are: ${labels.join(' | ') || 'none'}`,
    );
  }

  private tapData(message: SimMessage, data: string, timeoutMs: number): Promise<SimToast | undefined> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.pending.delete(fail);
      };
      const fail = (reason: Error) => {
        end();
        reject(reason);
      };
      const timer = setTimeout(() => {
        end();
        resolve(undefined);
      }, timeoutMs);
      this.pending.add(fail);
      tapAs(this.context, this.id, message, data, (toast) => {
        end();
        resolve(toast);
      });
    });
  }
}

function isWanted(button: InlineKeyboardButton, wanted: ButtonTest): boolean {
  if (typeof wanted === 'function') return wanted(button);
  if (typeof wanted !== 'string') return button.text.search(wanted) >= 0;
  return button.text === wanted || ('callback_data' in button && button.callback_data === wanted);
}
