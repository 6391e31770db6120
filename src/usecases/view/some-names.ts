import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import { plain } from './paged.ts';

/** So many names stand in one line, whatever the number of people. */
const MOST_NAMES = 10;

/** "A, B, C và 12 đồng chí khác": names of people for one line of a message, the first ones of many. */
export const someNames = (names: readonly string[]): Text =>
  names.length <= MOST_NAMES
    ? plain(names.join(', '))
    : text('view-names-more', {
        names: names.slice(0, MOST_NAMES).join(', '),
        more: names.length - MOST_NAMES,
      });
