import type { MessageEntity } from '@grammyjs/types';
import { el } from './elements.ts';

/** What a tap on a part of a text does. */
export interface TextTaps {
  command(text: string): void;
  link(url: string): void;
}

const TAGS: Partial<Record<MessageEntity['type'], 'b' | 'i' | 'u' | 's' | 'code' | 'pre' | 'blockquote'>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** A text with its entities as elements; nothing of it is ever read as HTML. Commands can be tapped, as on Telegram. */
export function richText(text: string, entities: MessageEntity[], taps: TextTaps): Node[] {
  const outer = [...entities, ...commandsIn(text, entities)].sort(
    (a, b) => a.offset - b.offset || b.length - a.length,
  );
  return between(text, 0, text.length, outer, taps);
}

function commandsIn(text: string, entities: MessageEntity[]): MessageEntity[] {
  return [...text.matchAll(/(?<=^|\s)\/[a-z0-9_]{1,32}(?![\w/@])/g)]
    .map((found): MessageEntity => ({ type: 'bot_command', offset: found.index, length: found[0].length }))
    .filter(({ offset }) =>
      entities.every((one) => offset < one.offset || offset >= one.offset + one.length),
    );
}

function between(text: string, from: number, to: number, entities: MessageEntity[], taps: TextTaps): Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i]!;
    const end = Math.min(entity.offset + entity.length, to);
    let last = i + 1;
    while (last < entities.length && entities[last]!.offset < end) last += 1;
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inner = between(text, entity.offset, end, entities.slice(i + 1, last), taps);
    nodes.push(wrap(entity, text.slice(entity.offset, end), inner, taps));
    at = end;
    i = last;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function wrap(entity: MessageEntity, text: string, inner: Node[], taps: TextTaps): Node {
  const tag = TAGS[entity.type];
  if (tag) return el(tag, {}, ...inner);
  if (entity.type === 'spoiler') return el('details', { class: 'spoiler' }, el('summary', {}, '…'), ...inner);
  if (entity.type === 'bot_command') return tappable(inner, () => taps.command(text));
  const url = entity.type === 'text_link' ? entity.url : entity.type === 'url' ? text : '';
  if (url !== '') return tappable(inner, () => taps.link(url));
  return el('span', {}, ...inner);
}

const tappable = (inner: Node[], onclick: () => void): HTMLElement =>
  el('button', { type: 'button', class: 'in-text', onclick }, ...inner);
