import type { InlineKeyboardButton } from '@grammyjs/types';
import type { SimMessage, SimToast } from '../../protocol.ts';
import type { Gesture, Shown } from '../playground-protocol.ts';
import { send, sendDocument, start, tap } from './calls.ts';
import { chatList } from './chat-list.ts';
import { Composer } from './composer.ts';
import { Drawn } from './drawn.ts';
import { el } from './elements.ts';
import { MessageList } from './message-list.ts';
import { Notes } from './notes.ts';
import { holder, phoneHeader } from './phone-header.ts';
import { clockOf } from './times.ts';
import { languageNow, say } from './words.ts';
import type { World } from './world.ts';

/** One phone: who holds it, and the chat or the list of chats that is open. */
export class Phone {
  private shown: { userId: number; chatId: number | undefined } | undefined;
  private readonly above = el('header', { class: 'holder' });
  private readonly status = el('div', { class: 'status', 'aria-hidden': 'true' });
  private readonly top = el('div', { class: 'top' });
  private readonly list = el('div', { class: 'chats', hidden: true });
  private readonly messages: MessageList;
  private readonly composer: Composer;
  private readonly notes = new Notes();
  private readonly drawn = new Drawn();

  private readonly world: World;
  private readonly label: () => string;
  private readonly change: () => void;

  constructor(world: World, slot: HTMLElement, label: () => string, change: () => void) {
    this.world = world;
    this.label = label;
    this.change = change;

    this.messages = new MessageList({
      command: (text) => this.write(text),
      link: (url) => this.follow(url),
      button: (message, button, element) => this.press(message, button, element),
    });
    this.composer = new Composer(
      (text) => this.write(text),
      (file) => this.attempt(this.attach(file)),
    );
    const { element } = this.messages;
    const screen = el('div', { class: 'screen' }, this.status, this.top, this.list, element);
    screen.append(this.composer.element, this.notes.element);
    slot.append(this.above, el('div', { class: 'phone' }, screen));
  }

  get userId(): number | undefined {
    return this.shown?.userId;
  }

  show({ userId, chatId }: Shown): void {
    this.shown = { userId, chatId };
    this.render();
  }

  render(): void {
    const { shown, world } = this;
    if (!shown || !world.demo || !world.sim) return;
    const member = world.member(shown.userId);
    this.drawn.once(this.above, member, () => holder(member, this.label(), this.change));
    this.above.parentElement?.setAttribute('aria-label', `${this.label()}: ${member?.name ?? ''}`);
    this.status.textContent = clockOf(new Date(world.demo.clock.now)).replace('h', ':');
    const isOpen = shown.chatId !== undefined;
    this.list.hidden = isOpen;
    this.messages.element.hidden = !isOpen;
    this.composer.element.hidden = !isOpen;
    if (isOpen) this.renderChat(shown.userId, shown.chatId!);
    else this.renderList(shown.userId);
  }

  toast(userId: number, toast: SimToast): void {
    if (userId !== this.shown?.userId) return;
    if (toast.url) this.follow(toast.url);
    if (toast.text !== '') this.notes.show(toast);
  }

  /** Shows the finger, the typing or the file of a person whose chat is open here. */
  gesture(gesture: Gesture): void {
    if (gesture.userId !== this.shown?.userId || gesture.chatId !== this.shown.chatId) return;
    if (gesture.kind === 'type') this.composer.pretend(gesture.text, gesture.ms);
    else if (gesture.kind === 'file') this.composer.pretendFile(gesture.name, gesture.ms);
    else this.pressAt(gesture);
  }

  private pressAt({ messageId, data, ms }: Gesture & { kind: 'tap' }): void {
    const button = this.messages.buttonOf(messageId, data);
    if (!button) return;
    button.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    button.classList.add('pressed');
    setTimeout(() => button.classList.remove('pressed'), ms + 250);
  }

  private renderChat(userId: number, chatId: number): void {
    const chat = this.world.chat(chatId);
    // A reset gives groups other numbers.
    if (!chat && userId !== chatId) this.show({ userId, chatId: userId });
    if (!chat) return;
    this.world.see({ userId, chatId });
    const others = this.world.chatsOf(userId).reduce((sum, { unread }) => sum + unread, 0);
    const isGroup = chat.kind !== 'private';
    const title = isGroup ? chat.title : this.world.botName();
    const below = isGroup ? say('members', { n: chat.memberIds.length }) : say('bot');
    const goBack = () => this.showList();
    const bar = { title, below, isGroup, others };
    this.drawn.once(this.top, bar, () => phoneHeader({ ...bar, goBack }));
    this.messages.render({ userId, chatId }, chat.messages, isGroup);
    const isStarted = this.world.user(userId)?.started || chat.messages.length > 0;
    this.composer.render(this.commandsOf(userId, isGroup), isGroup || isStarted);
  }

  private commandsOf(userId: number, isGroup: boolean) {
    if (!isGroup) return this.world.user(userId)?.menu ?? [];
    const sets = this.world.sim!.commands.filter(({ scope }) => scope.type === 'all_group_chats');
    const spoken = sets.find(({ languageCode }) => languageCode === languageNow());
    return (spoken ?? sets.find(({ languageCode }) => languageCode === ''))?.commands ?? [];
  }

  private renderList(userId: number): void {
    this.drawn.once(this.top, 'list', () => [el('h2', { class: 'list-title' }, say('chats'))]);
    const open = (chatId: number) => this.show({ userId, chatId });
    const lines = this.world.chatsOf(userId);
    this.drawn.once(this.list, { userId, lines }, () => chatList(lines, open));
  }

  private showList(): void {
    this.shown = { userId: this.shown!.userId, chatId: undefined };
    this.render();
    this.list.querySelector('button')?.focus();
  }

  private write(text: string): void {
    const { userId, chatId } = this.shown!;
    this.messages.follow();
    this.attempt(send({ userId, chatId: chatId!, text }));
  }

  private async attach(file: File): Promise<void> {
    const { userId, chatId } = this.shown!;
    const bytes = new Uint8Array(await file.arrayBuffer());
    // In pieces: a call takes only so many arguments.
    let binary = '';
    for (let at = 0; at < bytes.length; at += 8_192)
      binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    this.messages.follow();
    await sendDocument({ userId, chatId: chatId!, name: file.name, content: btoa(binary) });
  }

  private follow(url: string): void {
    const { userId } = this.shown!;
    const link = URL.canParse(url) ? new URL(url) : undefined;
    const bot = this.world.sim!.bot.username ?? '';
    if (link?.hostname === 't.me' && link.pathname.toLowerCase() === `/${bot.toLowerCase()}`) {
      const payload = link.searchParams.get('start') ?? undefined;
      this.show({ userId, chatId: userId });
      this.attempt(start({ userId, payload }));
    } else if (link?.protocol === 'https:' || link?.protocol === 'http:') {
      window.open(link, '_blank', 'noopener,noreferrer');
    }
  }

  private press(message: SimMessage, button: InlineKeyboardButton, element: HTMLButtonElement): void {
    if ('url' in button) this.follow(button.url);
    if (!('callback_data' in button)) return;
    const { userId, chatId } = this.shown!;
    element.classList.add('waiting');
    const { message_id: messageId } = message;
    const answer = tap({ userId, chatId: chatId!, messageId, data: button.callback_data });
    this.attempt(answer.finally(() => element.classList.remove('waiting')));
  }

  private attempt(deed: Promise<unknown>): void {
    deed.catch((cause: Error) =>
      this.notes.show({ text: say('failed', { why: cause.message }), show_alert: true }),
    );
  }
}
