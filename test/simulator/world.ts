import type { User, UserFromGetMe } from '@grammyjs/types';
import { EventLog } from './event-log.ts';
import type { AddUserRequest, BotStatus, SimMessage, SimVersion } from './protocol.ts';

/** A person and how they stand to the bot. */
export interface UserState {
  user: User;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

/** A member's standing in a group. */
export type MemberRole = 'creator' | 'administrator' | 'member';

/** A chat as Telegram's server keeps it. */
export interface ChatState {
  id: number;
  kind: 'private' | 'group' | 'supergroup';
  title: string;
  members: Map<number, MemberRole>;
  botStatus: BotStatus;
  migratedTo?: number;
  pinned: number[];
  messages: SimMessage[];
  byId: Map<number, SimMessage>;
  lastMessageId: number;
}

/** A message about to be stored: number, date and history are given by the world. */
export type MessageDraft = Pick<SimMessage, 'kind' | 'from' | 'fromBot' | 'text' | 'entities'> &
  Partial<SimMessage>;

const FIRST_USER_ID = 6_200_000_001;
const FIRST_GROUP_ID = -4_100_000_001;
const FIRST_SUPERGROUP_ID = -1_002_200_000_001;

/** Everything that exists on the simulated server: people, chats, messages; every change is an event. */
export class World {
  readonly users = new Map<number, UserState>();
  readonly chats = new Map<number, ChatState>();
  readonly received = new Map<number, number>();
  readonly events: EventLog;
  sends = 0;
  edits = 0;
  private lastMessageId = 0;
  private userCount = 0;
  private groupCount = 0;

  readonly bot: UserFromGetMe;
  readonly now: () => number;
  private readonly options: { keepMessages: boolean; language: string };

  constructor(bot: UserFromGetMe, now: () => number, options: { keepMessages: boolean; language: string }) {
    this.bot = bot;
    this.now = now;
    this.options = options;

    this.events = new EventLog(now);
  }

  addUser({ started = false, ...given }: AddUserRequest): UserState {
    const id = given.id ?? FIRST_USER_ID + this.userCount++;
    if (this.users.has(id)) throw new Error(`there is a user ${id} already`);
    const user: User = {
      ...given,
      id,
      is_bot: false,
      language_code: given.language_code ?? this.options.language,
    };
    const state = { user, started, blocked: false, deactivated: false };
    this.users.set(id, state);
    this.addChat(id, 'private', [given.first_name, given.last_name].filter(Boolean).join(' '));
    this.events.emit({ type: 'user', userId: id });
    return state;
  }

  addGroup(title: string, isSupergroup: boolean): ChatState {
    const base = isSupergroup ? FIRST_SUPERGROUP_ID : FIRST_GROUP_ID;
    const chat = this.addChat(base - this.groupCount++, isSupergroup ? 'supergroup' : 'group', title);
    this.events.emit({ type: 'chat', chatId: chat.id });
    return chat;
  }

  user(id: number): UserState {
    const state = this.users.get(id);
    if (!state) throw new Error(`there is no user ${id}`);
    return state;
  }

  chat(id: number): ChatState {
    const state = this.chats.get(id);
    if (!state) throw new Error(`there is no chat ${id}`);
    return state;
  }

  /** Stores a message. As on Telegram, private chats and plain groups share one count, each supergroup has its own. */
  store(chat: ChatState, draft: MessageDraft): SimMessage {
    const date = this.seconds();
    const { text, entities, html, reply_markup } = draft;
    const message: SimMessage = {
      protect_content: false,
      silent: false,
      ...draft,
      message_id: this.nextMessageId(chat),
      chatId: chat.id,
      date,
      deleted: false,
      editCount: 0,
      versions: [{ text, entities, html, reply_markup, date }],
      changeSeq: this.events.seq + 1,
    };
    if (message.fromBot) this.count(chat.id);
    if (this.options.keepMessages) {
      chat.messages.push(message);
      chat.byId.set(message.message_id, message);
    }
    this.events.emit({ type: 'message', chatId: chat.id, message });
    return message;
  }

  /** Puts a message of the bot from another run where it stood; nobody hears of it and it counts as none that was sent. */
  lay(
    chatId: number,
    id: number,
    content: Pick<SimMessage, 'kind' | 'text' | 'file' | 'reply_markup'>,
  ): void {
    const chat = this.chat(chatId);
    const date = this.seconds();
    const message: SimMessage = {
      ...{ protect_content: false, silent: false, entities: [], deleted: false, editCount: 0, changeSeq: 0 },
      ...{ message_id: id, chatId, date, from: this.bot, fromBot: true },
      ...content,
      versions: [{ text: content.text, entities: [], reply_markup: content.reply_markup, date }],
    };
    chat.messages.push(message);
    chat.byId.set(id, message);
  }

  /** The next message of a private chat or plain group has a number after this one. */
  countFrom(lastMessageId: number): void {
    this.lastMessageId = Math.max(this.lastMessageId, lastMessageId);
  }

  /** Gives a message its next version. */
  revise(message: SimMessage, next: Omit<SimVersion, 'date'>): void {
    const version = { ...next, date: this.seconds() };
    Object.assign(message, next, {
      html: next.html,
      reply_markup: next.reply_markup,
      editDate: version.date,
    });
    message.versions.push(version);
    message.editCount += 1;
    message.changeSeq = this.events.seq + 1;
    if (message.fromBot) this.edits += 1;
    this.events.emit({ type: 'edit', chatId: message.chatId, message });
  }

  remove(message: SimMessage): void {
    message.deleted = true;
    message.changeSeq = this.events.seq + 1;
    this.events.emit({ type: 'delete', chatId: message.chatId, message });
  }

  /** Forgets chats, messages and counts, and people too unless they are kept (then nobody has pressed Start). */
  reset(keepUsers: boolean): void {
    const kept = keepUsers ? [...this.users.values()].map(({ user }) => user) : [];
    this.users.clear();
    this.chats.clear();
    this.received.clear();
    this.sends = 0;
    this.edits = 0;
    for (const user of kept) this.addUser(user);
    this.events.emit({ type: 'reset' });
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  private addChat(id: number, kind: ChatState['kind'], title: string): ChatState {
    const chat: ChatState = {
      id,
      kind,
      title,
      members: new Map(),
      botStatus: 'none',
      pinned: [],
      messages: [],
      byId: new Map(),
      lastMessageId: 0,
    };
    this.chats.set(id, chat);
    return chat;
  }

  private nextMessageId(chat: ChatState): number {
    if (chat.kind !== 'supergroup') return ++this.lastMessageId;
    chat.lastMessageId += 1;
    return chat.lastMessageId;
  }

  private count(chatId: number): void {
    this.sends += 1;
    this.received.set(chatId, (this.received.get(chatId) ?? 0) + 1);
  }
}
