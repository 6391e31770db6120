import type { SimMessage } from '../../protocol.ts';
import type { Shown } from '../playground-protocol.ts';
import { type BubbleTaps, bubble } from './bubble.ts';
import { el } from './elements.ts';
import { isJoin, serviceNote } from './service-note.ts';
import { dayOf } from './times.ts';
import { languageNow, say } from './words.ts';

/** The messages of one chat; what did not change keeps its element, and with it the reader's place. */
export class MessageList {
  readonly element = el('div', { class: 'messages', role: 'log', 'aria-live': 'polite', tabindex: 0 });
  private readonly made = new Map<string, HTMLElement>();
  private shown = '';
  /** On the way to the end: what comes meanwhile is followed too, until the reader turns away. */
  private isFollowing = false;

  private readonly taps: BubbleTaps;

  constructor(taps: BubbleTaps) {
    this.taps = taps;

    for (const turn of ['wheel', 'touchmove', 'keydown'] as const)
      this.element.addEventListener(turn, () => {
        this.isFollowing = false;
      });
    this.element.addEventListener('scrollend', () => {
      this.isFollowing = false;
    });
    // A picture has no height before it is there; the event does not bubble.
    this.element.addEventListener('load', ({ target }) => this.grown((target as HTMLElement).offsetHeight), {
      capture: true,
    });
  }

  render({ userId, chatId }: Shown, messages: SimMessage[], isGroup: boolean): void {
    const present = messages.filter(({ deleted }) => !deleted);
    const key = `${userId} ${chatId} ${languageNow()}`;
    const isOther = key !== this.shown;
    if (isOther) this.made.clear();
    this.shown = key;
    const isAtEnd = isOther || this.isFollowing || this.isAtEnd();
    const before = this.element.lastElementChild;
    this.place(this.elementsOf(present, userId, isGroup));
    if (isAtEnd && (isOther || before !== this.element.lastElementChild || this.isCut()))
      this.scrollToEnd(isOther ? 'instant' : 'smooth');
  }

  /** The button that bears this callback data in a message. */
  buttonOf(messageId: number, data: string): HTMLElement | undefined {
    const message = this.element.querySelector(`[data-message="${messageId}"]`);
    const buttons = Array.from(message?.querySelectorAll<HTMLElement>('[data-tap]') ?? []);
    return buttons.find((button) => button.dataset.tap === data);
  }

  private elementsOf(messages: SimMessage[], userId: number, isGroup: boolean): HTMLElement[] {
    if (messages.length === 0)
      return [this.make('none', () => el('p', { class: 'service' }, say('nothingYet')))];
    let last = '';
    return messages.flatMap((message, i) => {
      if (isJoin(message) && i > 0 && isJoin(messages[i - 1]!)) return [];
      const day = dayOf(new Date(message.date * 1000));
      const element = this.elementOf(message, joinsFrom(messages, i), userId, isGroup);
      if (day === last) return [element];
      last = day;
      return [this.make(`day ${message.message_id}`, () => el('p', { class: 'day' }, day)), element];
    });
  }

  private elementOf(message: SimMessage, joins: number, userId: number, isGroup: boolean): HTMLElement {
    return this.make(`${message.message_id} ${message.changeSeq} ${joins}`, () =>
      message.kind === 'service' ? serviceNote(message, joins) : bubble(message, userId, isGroup, this.taps),
    );
  }

  private make(key: string, build: () => HTMLElement): HTMLElement {
    const element = this.made.get(key) ?? build();
    this.made.set(key, element);
    return element;
  }

  /** Moves nothing that is in its place: an element taken out and put back would lose the focus. */
  private place(elements: HTMLElement[]): void {
    const wanted = new Set<Element>(elements);
    for (const child of Array.from(this.element.children)) if (!wanted.has(child)) child.remove();
    for (const [i, element] of elements.entries()) {
      const there = this.element.children[i];
      if (there !== element) this.element.insertBefore(element, there ?? null);
    }
  }

  private isAtEnd(grownBy = 0): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight - grownBy < 120;
  }

  private grown(by: number): void {
    if (this.isFollowing || this.isAtEnd(by)) this.scrollToEnd('instant');
  }

  private isCut(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight > 1;
  }

  /** Whoever writes looks at the end. */
  follow(): void {
    this.scrollToEnd('smooth');
  }

  private scrollToEnd(behavior: 'instant' | 'smooth'): void {
    this.isFollowing = true;
    requestAnimationFrame(() => this.element.scrollTo({ top: this.element.scrollHeight, behavior }));
  }
}

/** How many joined in a row from here on; told as one. */
function joinsFrom(messages: SimMessage[], from: number): number {
  const end = messages.findIndex((message, i) => i >= from && !isJoin(message));
  return (end < 0 ? messages.length : end) - from;
}
