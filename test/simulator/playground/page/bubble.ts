import type { InlineKeyboardButton } from '@grammyjs/types';
import type { SimMessage } from '../../protocol.ts';
import { el, icon } from './elements.ts';
import { fileSize } from './file-size.ts';
import { richText, type TextTaps } from './rich-text.ts';
import { clockOf } from './times.ts';
import { languageNow, say } from './words.ts';

/** What a phone does when a part of a message is tapped. */
export interface BubbleTaps extends TextTaps {
  button(message: SimMessage, button: InlineKeyboardButton, element: HTMLButtonElement): void;
}

/** A message as `viewerId` sees it: their own on the right, the writer's name above in groups. */
export function bubble(
  message: SimMessage,
  viewerId: number,
  isGroup: boolean,
  taps: BubbleTaps,
): HTMLElement {
  const isMine = message.from.id === viewerId;
  const writer = isGroup && !isMine ? el('p', { class: 'writer' }, nameOf(message)) : null;
  const body = el('div', { class: 'text' }, ...richText(message.text, message.entities, taps));
  const box = el('div', { class: 'bubble' }, writer, attachment(message), body, marks(message));
  const side = isMine ? 'mine' : message.fromBot ? 'bots' : 'others';
  return el(
    'div',
    { class: `message ${side}`, 'data-message': message.message_id },
    box,
    keyboard(message, taps),
  );
}

const nameOf = ({ from }: SimMessage): string => [from.first_name, from.last_name].filter(Boolean).join(' ');

function marks(message: SimMessage): HTMLElement {
  return el(
    'p',
    { class: 'marks' },
    message.protect_content && icon('lock', say('protected')),
    message.silent && icon('bell', say('silent')),
    message.editDate !== undefined && el('span', { class: 'edited' }, say('edited')),
    el('time', {}, clockOf(new Date((message.editDate ?? message.date) * 1000))),
  );
}

/** A file with its name and size, to be downloaded; a protected one cannot be saved. */
function attachment({ file, kind, protect_content }: SimMessage): HTMLElement | null {
  if (!file) return null;
  const href = `/sim/file/${encodeURIComponent(file.file_id)}`;
  if (kind === 'photo') return el('img', { class: 'photo', src: href, alt: say('photo') });
  const size = fileSize(file.file_size, languageNow());
  const shown = [
    icon('file'),
    el('span', { class: 'file-name' }, file.file_name),
    el('span', { class: 'file-size' }, size),
  ];
  if (protect_content) return el('p', { class: 'file' }, ...shown);
  const title = say('download', { name: file.file_name, size });
  return el('a', { class: 'file', href, download: file.file_name, title, 'aria-label': title }, ...shown);
}

function keyboard(message: SimMessage, taps: BubbleTaps): HTMLElement | null {
  const markup = message.reply_markup;
  if (!markup || !('inline_keyboard' in markup)) return null;
  const rows = markup.inline_keyboard.map((row) =>
    el('div', { class: 'row' }, ...row.map((button) => inlineButton(message, button, taps))),
  );
  return el('div', { class: 'keyboard' }, ...rows);
}

const STYLE_ICONS = { primary: 'chevron', success: 'check', danger: 'warn' } as const;

function inlineButton(message: SimMessage, button: InlineKeyboardButton, taps: BubbleTaps): HTMLElement {
  const style = button.style ?? 'plain';
  const mark = 'url' in button ? 'link' : STYLE_ICONS[style as keyof typeof STYLE_ICONS];
  const data = 'callback_data' in button ? button.callback_data : undefined;
  const element = el(
    'button',
    {
      type: 'button',
      class: `inline ${style}`,
      'data-tap': data,
      onclick: () => taps.button(message, button, element),
    },
    mark ? icon(mark) : null,
    el('span', {}, button.text),
  );
  return element;
}
