import type { Button } from '../../domain/message.ts';
import { button } from '../said.ts';

/** With a title and a closing line a page stays within seven lines a message. */
const PAGE = 5;

/** One page of a list and the buttons to its neighbours; a page that does not exist shows the nearest one. */
export function pageOf<T>(
  items: T[],
  page: number,
  does: (page: number) => string,
): { shown: T[]; turns: Button[] } {
  const last = Math.max(0, Math.ceil(items.length / PAGE) - 1);
  const at = Math.min(page, last);
  return {
    shown: items.slice(at * PAGE, (at + 1) * PAGE),
    turns: [
      ...(at > 0 ? [button('button-page-before', does(at - 1))] : []),
      ...(at < last ? [button('button-page-after', does(at + 1))] : []),
    ],
  };
}
