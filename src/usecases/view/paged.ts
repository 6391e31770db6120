import type { Button, Text } from '../../domain/message.ts';
import { button, text } from '../said.ts';
import type { Actor } from '../work.ts';

/** With its title a page stays within seven lines a message. */
export const PAGE = 6;

export type Page<T> = {
  /** The items of this page with their number in the whole list, from 1. */
  shown: { item: T; n: number }[];
  total: number;
  hasMore: boolean;
  turns: Button[];
};

/** One page of a list with [Xem thêm] and the way back; a page that does not exist shows the nearest one. */
export function paged<T>(
  items: T[],
  page: number,
  does: (page: number) => string,
  size: number = PAGE,
): Page<T> {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const at = Math.min(page, last);
  const shown = items.slice(at * size, (at + 1) * size).map((item, i) => ({ item, n: at * size + i + 1 }));
  return {
    shown,
    total: items.length,
    hasMore: at < last,
    turns: [
      ...(at < last ? [button('button-more', does(at + 1))] : []),
      ...(at > 0 ? [button('button-page-before', does(at - 1))] : []),
    ],
  };
}

/** "1. … · …": a numbered line; its button bears the same number. */
export const item = (n: number, parts: (Text | false | undefined)[]): Text =>
  text('view-item', { n, text: joined(parts) });

/** Parts of one line, with " · " between them; at least one part is given. */
export function joined(parts: (Text | false | undefined)[]): Text {
  return parts.filter((part) => !!part).reduce((a, b) => text('view-join', { a, b }));
}

/** A name or a code as part of a line. */
export const plain = (value: string): Text => text('plain', { text: value });

/** The pair's name, for people who stand in several; undefined where it goes without saying. */
export function pairPart(actor: Actor, pairId: number): Text | undefined {
  if (actor.members.length < 2) return undefined;
  return plain(actor.members.find((member) => member.pairId === pairId)?.pairName ?? '');
}

/** The code, or "Dự thảo số n" while there is none. */
export const codePart = (code: string | null, id: number): Text =>
  code === null ? text('card-draft', { id }) : plain(code);
