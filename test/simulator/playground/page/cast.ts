import type { CastMember, PhoneSide, Shown } from '../playground-protocol.ts';
import { el, icon } from './elements.ts';
import { initials } from './phone-header.ts';
import { languageNow, say } from './words.ts';
import type { World } from './world.ts';

/** The drawer with everyone and their groups, from which each phone is given to someone. */
export class CastDrawer {
  private readonly dialog = el('dialog', { class: 'drawer' });
  private opener: Element | null = null;

  private readonly world: World;
  private readonly choose: (side: PhoneSide, shown: Shown) => void;
  private readonly holderOf: (side: PhoneSide) => number | undefined;

  constructor(
    world: World,
    parent: HTMLElement,
    choose: (side: PhoneSide, shown: Shown) => void,
    holderOf: (side: PhoneSide) => number | undefined,
  ) {
    this.world = world;
    this.choose = choose;
    this.holderOf = holderOf;

    parent.append(this.dialog);
    this.dialog.addEventListener('close', () => {
      if (this.opener instanceof HTMLElement) this.opener.focus();
    });
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  open(): void {
    this.opener = document.activeElement;
    this.render();
    this.dialog.showModal();
  }

  render(): void {
    if (!this.world.demo) return;
    const { people } = this.world.demo.cast;
    const language = languageNow();
    const committees = [...new Set(people.map(({ committee }) => committee[language]))];
    const close = el(
      'button',
      { type: 'button', class: 'quiet', onclick: () => this.dialog.close(), 'aria-label': say('close') },
      icon('close'),
    );
    this.dialog.setAttribute('aria-label', say('cast'));
    this.dialog.replaceChildren(
      el('header', {}, el('h2', {}, say('cast')), close),
      el('p', { class: 'hint' }, say('castHint')),
      ...committees.map((committee) =>
        this.section(
          committee,
          people.filter((one) => one.committee[language] === committee).map((one) => this.person(one)),
        ),
      ),
      this.section(say('groups'), this.groups()),
    );
  }

  private section(title: string, rows: HTMLElement[]): HTMLElement {
    return el('section', {}, el('h3', {}, title), ...rows);
  }

  private person(member: CastMember): HTMLElement {
    const { userId, name, role, side } = member;
    const unread = this.world.unreadOf(userId);
    return el(
      'div',
      { class: 'cast-row' },
      el('span', { class: `avatar side-${side}`, 'aria-hidden': 'true' }, initials(name)),
      el(
        'span',
        { class: 'who' },
        el('strong', {}, name),
        el('span', { class: 'role' }, role[languageNow()]),
      ),
      unread > 0 &&
        el('span', { class: 'badge', 'aria-label': say('unread', { n: unread }) }, String(unread)),
      this.pick('left', name, { userId, chatId: userId }, this.holderOf('left') === userId),
      this.pick('right', name, { userId, chatId: userId }, this.holderOf('right') === userId),
    );
  }

  private groups(): HTMLElement[] {
    return (this.world.sim?.groups ?? [])
      .filter(({ migratedTo }) => migratedTo === undefined)
      .map(({ id, title, memberIds }) =>
        el(
          'div',
          { class: 'cast-row' },
          el('span', { class: 'face group', 'aria-hidden': 'true' }, initials(title)),
          el(
            'span',
            { class: 'who' },
            el('strong', {}, title),
            el('span', { class: 'role' }, say('members', { n: memberIds.length })),
          ),
          this.pick('left', title, { userId: this.viewer('left', memberIds), chatId: id }, false),
          this.pick('right', title, { userId: this.viewer('right', memberIds), chatId: id }, false),
        ),
      );
  }

  /** Whoever holds the phone already, when they are a member; else the first member. */
  private viewer(side: PhoneSide, memberIds: number[]): number {
    const holder = this.holderOf(side);
    return holder !== undefined && memberIds.includes(holder) ? holder : memberIds[0]!;
  }

  private pick(side: PhoneSide, who: string, shown: Shown, isChosen: boolean): HTMLElement {
    const where = say(side === 'left' ? 'leftPhone' : 'rightPhone');
    const onclick = () => {
      this.choose(side, shown);
      this.render();
    };
    const label = say('openOn', { who, side: where.toLowerCase() });
    return el(
      'button',
      { type: 'button', class: 'pick', onclick, 'aria-label': label, 'aria-pressed': String(isChosen) },
      isChosen && icon('check'),
      where,
    );
  }
}
