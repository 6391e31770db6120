import type { CastMember } from '../playground-protocol.ts';
import { el, icon } from './elements.ts';
import { languageNow, say } from './words.ts';

/** First letters of the last two words: "Nguyễn Văn An" → "VA". */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** Who holds the phone, above it: name, role, committee; and the way to give it to someone else. */
export function holder(member: CastMember | undefined, label: string, change: () => void): Node[] {
  const language = languageNow();
  return [
    el(
      'span',
      { class: `avatar side-${member?.side ?? 'a'}`, 'aria-hidden': 'true' },
      initials(member?.name ?? '?'),
    ),
    el(
      'div',
      { class: 'who' },
      el('strong', {}, member?.name ?? ''),
      el('span', { class: 'role' }, member?.role[language] ?? ''),
      el('span', { class: `committee side-${member?.side ?? 'a'}` }, member?.committee[language] ?? ''),
    ),
    el(
      'button',
      { type: 'button', class: 'quiet change', onclick: change, 'aria-label': `${say('change')}: ${label}` },
      icon('swap'),
      say('change'),
    ),
  ];
}

/** The bar of an open chat; `others` counts what is unread elsewhere. */
export function phoneHeader(chat: {
  title: string;
  below: string;
  isGroup: boolean;
  others: number;
  goBack: () => void;
}): Node[] {
  const badge = el(
    'span',
    { class: 'badge', 'aria-label': say('unread', { n: chat.others }) },
    String(chat.others),
  );
  return [
    el(
      'button',
      { type: 'button', class: 'back', onclick: chat.goBack, 'aria-label': say('back') },
      icon('back'),
      chat.others > 0 ? badge : '',
    ),
    chatFace(chat.isGroup, chat.title),
    el('div', { class: 'chat-name' }, el('h2', {}, chat.title), el('p', {}, chat.below)),
  ];
}

/** The picture of a chat: the product's mark for the bot, letters for a group. */
export const chatFace = (isGroup: boolean, title: string): HTMLElement =>
  isGroup
    ? el('span', { class: 'face group', 'aria-hidden': 'true' }, initials(title))
    : el('img', { class: 'face', src: '/page/logo.svg', alt: '' });
