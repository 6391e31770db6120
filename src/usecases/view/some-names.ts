import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import { plain } from './paged.ts';

/** So many names stand in one line, whatever the number of people. */
const MOST_NAMES = 10;

/** "A, B, C và 12 đồng chí khác": names of people for one line of a message, the first ones of many. */
export const someNames = (names: readonly string[]): Text =>
  firstOf(names, (shown) => plain(shown.join(', ')));

/** The same of names that may have something beside them. */
export const someOf = (names: readonly Text[]): Text => firstOf(names, listed);

const firstOf = <Name>(names: readonly Name[], join: (shown: readonly Name[]) => Text): Text =>
  names.length <= MOST_NAMES
    ? join(names)
    : text('view-names-more', { names: join(names.slice(0, MOST_NAMES)), more: names.length - MOST_NAMES });

const listed = ([first = plain(''), ...more]: readonly Text[]): Text =>
  more.reduce((a, b) => text('view-list', { a, b }), first);
