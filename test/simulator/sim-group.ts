import type { MessageTest, Pending } from './chat-watch.ts';
import { watchChat } from './chat-watch.ts';
import { setBotStatus, writeAs, writeService } from './person-actions.ts';
import type { SimMessage } from './protocol.ts';
import type { SimContext } from './sim-context.ts';
import type { SendOptions, SimUser } from './sim-user.ts';
import type { ChatState } from './world.ts';

/** A group; its first member is its creator. After a migration it stands for the supergroup. */
export class SimGroup {
  private readonly context: SimContext;
  private readonly pending: Pending;
  private chatId: number;

  constructor(context: SimContext, pending: Pending, chatId: number) {
    this.context = context;
    this.pending = pending;
    this.chatId = chatId;
  }

  /** The present chat id; changed by a migration. */
  get id(): number {
    return this.chatId;
  }

  get title(): string {
    return this.chat.title;
  }

  /** Adds people; the bot sees the service message when it is in. */
  addMembers(...people: SimUser[]): void {
    for (const person of people) {
      if (this.chat.members.has(person.id)) continue;
      this.chat.members.set(person.id, this.chat.members.size === 0 ? 'creator' : 'member');
      writeService(this.context, this.chat, person.id, { new_chat_members: [person.user] });
    }
    this.changed();
  }

  removeMember(person: SimUser): void {
    this.chat.members.delete(person.id);
    writeService(this.context, this.chat, person.id, { left_chat_member: person.user });
    this.changed();
  }

  /** Makes a member an administrator. */
  promote(person: SimUser): void {
    this.chat.members.set(person.id, 'administrator');
    this.changed();
  }

  /** Brings the bot in: my_chat_member and the service message. */
  joinBot(by?: SimUser): void {
    setBotStatus(this.context, this.chat, by?.id ?? this.creatorId(), 'member');
    writeService(this.context, this.chat, by?.id ?? this.creatorId(), {
      new_chat_members: [this.context.world.bot],
    });
  }

  /** Makes the bot an administrator, which also ends privacy mode here. */
  promoteBot(by?: SimUser): void {
    setBotStatus(this.context, this.chat, by?.id ?? this.creatorId(), 'administrator');
  }

  /** Throws the bot out: my_chat_member; it cannot write here any more. */
  kickBot(by?: SimUser): void {
    setBotStatus(this.context, this.chat, by?.id ?? this.creatorId(), 'kicked');
    writeService(this.context, this.chat, by?.id ?? this.creatorId(), {
      left_chat_member: this.context.world.bot,
    });
  }

  /** Writes as a member. */
  send(person: SimUser, text: string, options: Omit<SendOptions, 'chat'> = {}): SimMessage {
    return writeAs(this.context, person.id, this.chatId, {
      text,
      replyTo: options.reply_to,
      threadId: options.threadId,
    });
  }

  /**
   * Turns the group into a supergroup with a new id, which is returned; the old id answers 400 with migrate_to_chat_id.
   * `announce: false` keeps the two service messages back, as when the bot has missed them.
   */
  migrateToSupergroup({ announce = true }: { announce?: boolean } = {}): number {
    const old = this.chat;
    if (old.kind !== 'group') throw new Error(`"${old.title}" is a supergroup already`);
    const next = this.context.world.addGroup(old.title, true);
    for (const [id, role] of old.members) next.members.set(id, role);
    next.botStatus = old.botStatus;
    this.chatId = next.id;
    const by = this.creatorId();
    if (announce) {
      writeService(this.context, old, by, { migrate_to_chat_id: next.id });
      writeService(this.context, next, by, { migrate_from_chat_id: old.id });
    }
    old.migratedTo = next.id;
    this.changed();
    return next.id;
  }

  /** All messages of the present chat, deleted ones included. */
  messages(): SimMessage[] {
    return this.chat.messages;
  }

  /** The bot's newest matching message here since event `after`, or the first to come. */
  waitFor(test: MessageTest, timeoutMs = 20_000, after = 0): Promise<SimMessage> {
    return watchChat(this.context, this.pending, () => this.chatId, test, timeoutMs, after);
  }

  private get chat(): ChatState {
    return this.context.world.chat(this.chatId);
  }

  private creatorId(): number {
    const first = this.chat.members.keys().next().value;
    if (first === undefined) throw new Error(`"${this.title}" has no members yet: add one first`);
    return first;
  }

  private changed(): void {
    this.context.world.events.emit({ type: 'chat', chatId: this.chatId });
  }
}
