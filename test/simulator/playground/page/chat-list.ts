import { el } from './elements.ts';
import { chatFace } from './phone-header.ts';
import { clockOf } from './times.ts';
import { say } from './words.ts';
import type { ChatLine } from './world.ts';

/** A person's chats: title, last words, time and what is unread. */
export function chatList(lines: ChatLine[], open: (chatId: number) => void): HTMLElement[] {
  return lines.map(({ chatId, title, isGroup, unread, last }) =>
    el(
      'button',
      { type: 'button', class: 'chat-line', onclick: () => open(chatId) },
      chatFace(isGroup, title),
      el('span', { class: 'chat-text' }, el('strong', {}, title), el('span', {}, preview(last?.text))),
      el(
        'span',
        { class: 'chat-side' },
        last ? el('time', {}, clockOf(new Date(last.date * 1000))) : null,
        unread > 0 &&
          el('span', { class: 'badge', 'aria-label': say('unread', { n: unread }) }, String(unread)),
      ),
    ),
  );
}

const preview = (text: string | undefined): string => (text ? text.replaceAll('\n', ' ') : say('nothingYet'));
