import type { SimChatView, SimEvent, SimMessage, SimState, SimToast, SimUserView } from '../../protocol.ts';
import type { CastMember, DemoState, Gesture, PageEvent, PhoneSide, Shown } from '../playground-protocol.ts';
import { readState } from './calls.ts';

/** What parts of the page listen to. */
export interface Listener {
  changed?(): void;
  toast?(userId: number, toast: SimToast): void;
  show?(phones: Partial<Record<PhoneSide, Shown>>): void;
  gesture?(gesture: Gesture): void;
  isOnline?(online: boolean): void;
}

/** A chat as one person's list shows it. */
export interface ChatLine {
  chatId: number;
  title: string;
  isGroup: boolean;
  unread: number;
  last: SimMessage | undefined;
}

/** The page's copy of the simulated server, kept fresh by one stream of events. */
export class World {
  sim: SimState | undefined;
  demo: DemoState | undefined;
  private readonly listeners: Listener[] = [];
  private readonly chats = new Map<number, SimChatView>();
  private readonly seen = new Map<string, number>();
  private loading: Promise<void> | undefined;
  private isStale = false;
  /** What came while the state was being read, and may not be in it. */
  private meanwhile: { seq: number; message: SimMessage }[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Opens the stream, then reads the state; what happened in between is in both and told apart by its number. */
  open(): void {
    const stream = new EventSource('/demo/events');
    stream.onopen = () => {
      for (const listener of this.listeners) listener.isOnline?.(true);
      void this.load();
    };
    stream.onerror = () => {
      for (const listener of this.listeners) listener.isOnline?.(false);
    };
    stream.onmessage = ({ data }) => this.take(JSON.parse(data as string) as PageEvent);
  }

  chat(id: number): SimChatView | undefined {
    return this.chats.get(id);
  }

  user(id: number): SimUserView | undefined {
    return this.sim?.users.find(({ user }) => user.id === id);
  }

  member(userId: number): CastMember | undefined {
    return this.demo?.cast.people.find((one) => one.userId === userId);
  }

  /** The bot's chat first, then the person's groups. */
  chatsOf(userId: number): ChatLine[] {
    const groups = [...this.chats.values()].filter(
      (chat) => chat.kind !== 'private' && chat.migratedTo === undefined && chat.memberIds.includes(userId),
    );
    const own = this.chats.get(userId);
    return (own ? [own, ...groups] : groups).map((chat) => ({
      chatId: chat.id,
      title: chat.kind === 'private' ? this.botName() : chat.title,
      isGroup: chat.kind !== 'private',
      unread: this.unread(userId, chat.id),
      last: chat.messages.findLast(({ deleted }) => !deleted),
    }));
  }

  botName(): string {
    return this.sim?.name ?? '';
  }

  /** Messages in a chat that this person did not write and has not had open. */
  unread(userId: number, chatId: number): number {
    const seen = this.seen.get(`${userId} ${chatId}`) ?? 0;
    const messages = this.chats.get(chatId)?.messages ?? [];
    return messages.filter(
      (one) => one.message_id > seen && !one.deleted && one.kind !== 'service' && one.from.id !== userId,
    ).length;
  }

  unreadOf(userId: number): number {
    return this.chatsOf(userId).reduce((sum, { unread }) => sum + unread, 0);
  }

  /** The person has the chat open. */
  see({ userId, chatId }: Shown): void {
    this.seen.set(`${userId} ${chatId}`, this.chats.get(chatId)?.messages.at(-1)?.message_id ?? 0);
  }

  private take(event: PageEvent): void {
    if (event.type === 'sim') this.takeSim(event.event);
    else this.takePage(event);
  }

  private takePage(event: Exclude<PageEvent, { type: 'sim' }>): void {
    if (event.type === 'state') this.takeState(event.state);
    for (const listener of this.listeners) {
      if (event.type === 'state') listener.changed?.();
      else if (event.type === 'show') listener.show?.(event.phones);
      else listener.gesture?.(event.gesture);
    }
  }

  /** What a reset itself brought counts as read. */
  private takeState(state: DemoState): void {
    const isFresh = this.demo?.isResetting && !state.isResetting;
    this.demo = state;
    if (isFresh) for (const chat of this.chats.values()) this.seeAll(chat);
  }

  private takeSim(event: SimEvent): void {
    if (event.type === 'toast') {
      for (const listener of this.listeners) listener.toast?.(event.userId, event.toast);
    } else if (event.type === 'message' || event.type === 'edit' || event.type === 'delete') {
      if (this.loading) this.meanwhile.push({ seq: event.seq, message: event.message });
      if (this.sim === undefined || event.seq > this.sim.seq) this.put(event.message);
      this.changed();
    } else if (event.type !== 'tap' && event.type !== 'action') {
      if (event.type === 'reset') this.seen.clear();
      void this.load();
    }
  }

  private put(message: SimMessage): void {
    const messages = this.chats.get(message.chatId)?.messages;
    if (!messages) return;
    const place = messages.findIndex(({ message_id }) => message_id === message.message_id);
    if (place < 0) messages.push(message);
    else messages[place] = message;
  }

  /** Reads the state again; a change that comes while it is being read makes it read once more. */
  private async load(): Promise<void> {
    this.isStale = true;
    this.loading ??= this.loadUntilFresh().finally(() => {
      this.loading = undefined;
    });
    await this.loading;
  }

  private async loadUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const before = this.sim?.seq ?? -1;
      const state = await readState().catch(() => undefined);
      if (!state) return;
      this.sim = state;
      this.replaceChats([...state.chats, ...state.groups], before < 0 || state.seq < before);
      for (const { seq, message } of this.meanwhile) if (seq > state.seq) this.put(message);
      this.meanwhile = [];
    }
    this.changed();
  }

  /** What is there when the page opens counts as read. */
  private replaceChats(chats: SimChatView[], isFirst: boolean): void {
    this.chats.clear();
    for (const chat of chats) {
      this.chats.set(chat.id, chat);
      if (isFirst || this.demo?.isResetting) this.seeAll(chat);
    }
  }

  private seeAll({ id, memberIds }: SimChatView): void {
    for (const userId of [id, ...memberIds]) this.see({ userId, chatId: id });
  }

  private changed(): void {
    if (!this.sim || !this.demo) return;
    for (const listener of this.listeners) listener.changed?.();
  }
}
