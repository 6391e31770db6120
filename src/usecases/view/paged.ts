import type { ActionData, Button, Text } from '../../domain/message.ts';
import { shortNames } from '../../domain/short-names.ts';
import { text } from '../said.ts';
import type { Actor } from '../work.ts';

/** With its title a page stays within seven lines a message. */
export const PAGE = 6;

/** With a title and a closing line. */
export const SHORT_PAGE = 5;

/** Of names that stand on buttons only, above the buttons that are always there. */
export const PEOPLE_PAGE = 8;

export type Page<T> = {
  /** The items of this page with their number in the whole list, from 1. */
  shown: { item: T; n: number }[];
  total: number;
  hasMore: boolean;
  turns: Button[];
};

/**
 * One page of a list with [Trang trước] and [Trang sau], each with the page it leads to: "Trang sau 3/13". Pages count from 0; one
 * that does not exist shows the nearest. Every item is on exactly one page.
 */
export function paged<T>(
  items: readonly T[],
  page: number,
  does: (page: number) => ActionData,
  size: number = PAGE,
): Page<T> {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const at = Math.min(Math.max(0, page), last);
  return {
    shown: numbered(items.slice(at * size, (at + 1) * size), at * size),
    total: items.length,
    hasMore: at < last,
    turns: turnsAt(at, at < last, does, last + 1),
  };
}

/** The same of a page that was read by itself, with one item more where there is another page. */
export function pagedRead<T>(
  read: readonly T[],
  page: number,
  does: (page: number) => ActionData,
  size: number = PAGE,
): Pick<Page<T>, 'shown' | 'turns'> {
  return {
    shown: numbered(read.slice(0, size), page * size),
    turns: turnsAt(page, read.length > size, does),
  };
}

const numbered = <T>(items: readonly T[], before: number): Page<T>['shown'] =>
  items.map((item, i) => ({ item, n: before + i + 1 }));

function turnsAt(at: number, hasMore: boolean, does: (page: number) => ActionData, of?: number): Button[] {
  const turn = (label: 'button-page-before' | 'button-page-after', to: number): Button => ({
    label: text(label, { at: of === undefined ? String(to + 1) : `${to + 1}/${of}` }),
    does: does(to),
  });
  const turns = [
    ...(at > 0 ? [turn('button-page-before', at - 1)] : []),
    ...(hasMore ? [turn('button-page-after', at + 1)] : []),
  ];
  return turns.map((one, n) => (n === 0 ? { ...one, startsRow: true } : one));
}

/** "1. … · …": a numbered line; its button bears the same number. */
export const item = (n: number, parts: (Text | false | undefined)[]): Text =>
  text('view-item', { n, text: joined(parts) });

/** Names that are long and begin alike: in full as numbered lines, short and under the same numbers on buttons. */
export function numberedNames(named: readonly { n: number; name: string }[]): {
  labels: Text[];
  lines: Text[];
} {
  const short = shortNames(named.map(({ name }) => name));
  return {
    labels: named.map(({ n }, i) => item(n, [plain(short[i]!)])),
    lines: named.map(({ n, name }) => item(n, [plain(name)])),
  };
}

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
