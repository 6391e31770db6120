import type { ActionData, Button, Text } from '../../domain/message.ts';
import { button } from '../said.ts';
import { findNamed } from '../view/find-named.ts';
import { numberedNames, PAGE, PEOPLE_PAGE, paged, plain, SHORT_PAGE } from '../view/paged.ts';
import type { List, Listed } from './form.ts';

/** Which part of a list is shown: a page, from 0, or what was found by its words. */
export type Look = { page: number } | { found: Listed[] };

/** The lines and the buttons of one page; `does`: the callback data of a value. */
export function listPage(
  list: List,
  look: Look,
  does: (value: string) => ActionData,
): { lines: Text[]; buttons: Button[] } {
  const size = pageSize(list);
  const turn = (page: number) => does(`!p${page}`);
  const isFound = 'found' in look;
  const { shown, turns } = isFound
    ? paged(look.found, 0, turn, size)
    : paged(list.items, look.page, turn, size);
  const pick = ({ value }: Listed): ActionData =>
    does(onPage(value!, Math.floor(list.items.findIndex((one) => one.value === value) / size)));
  const full = list.isInFull
    ? numberedNames(shown.map(({ item, n }) => ({ n, name: item.name })))
    : undefined;
  return {
    lines: full?.lines ?? shown.flatMap(({ item }) => item.line ?? []),
    buttons: [
      ...shown.flatMap(({ item }, i): Button[] =>
        item.value === undefined
          ? []
          : [{ label: full?.labels[i] ?? item.label ?? plain(item.name), does: pick(item) }],
      ),
      // What was typed stays nowhere, so there are no pages of what was found.
      ...(isFound ? [button('button-whole-list', turn(0))] : turns),
    ],
  };
}

/** Whether a choice has more than one page, so that looking for a name helps. */
export const isLong = (list: List): boolean => isChoice(list) && list.items.length > pageSize(list);

/** What of a list fits the words that were typed. */
export const findListed = (list: List, typed: string): Listed[] =>
  findNamed(list.items, ({ name }) => name, typed);

/** How many of what was found do not stand on its one page. */
export const leftOut = (list: List, found: Listed[]): number => Math.max(0, found.length - pageSize(list));

/** Whether there is something to choose; else the list is only read. */
const isChoice = (list: List): boolean => list.items.some(({ value }) => value !== undefined);

/** Within seven lines: under a title, and with a choice above the line that says how to find. */
function pageSize(list: List): number {
  if (list.isInFull) return SHORT_PAGE;
  if (list.items.every(({ line }) => line === undefined)) return PEOPLE_PAGE;
  return isChoice(list) ? SHORT_PAGE : PAGE;
}

/** A value with the page that it was tapped on, so that a question that is asked again shows that page: "12~3". */
const onPage = (value: string, page: number): string => (page > 0 ? `${value}~${page}` : value);

/** The value of a tap and the page it came from; `isTurn`: nothing is chosen, the page is turned. */
export function readTap(given: string): { value: string; page: number; isTurn: boolean } {
  // Buttons of before had no pages: "more" showed the next one.
  if (given === 'more') return { value: '', page: 1, isTurn: true };
  const [, turned, value, page] = /^(?:!p(\d{1,4})|(.*?)(?:~(\d{1,4}))?)$/s.exec(given)!;
  return turned === undefined
    ? { value: value!, page: Number(page ?? 0), isTurn: false }
    : { value: '', page: Number(turned), isTurn: true };
}
