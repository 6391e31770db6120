import type { Message, Text } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import { message, text } from '../said.ts';
import { numberedNames, type Page, paged, plain, SHORT_PAGE } from '../view/paged.ts';
import type { Member } from '../work.ts';

/** What a button holds without being cut on a phone. */
const FITS = 24;

/**
 * Agreements on buttons: by their names where these fit and differ, else numbered as in the whole list, short, with the full names
 * as lines of the message.
 */
export function pairLabels(
  all: readonly Member[],
  shown: Page<Member>['shown'],
): { labels: Text[]; lines: Text[] } {
  const names = all.map(({ pairName }) => pairName);
  if (new Set(names).size === names.length && names.every((name) => name.length <= FITS))
    return { labels: shown.map(({ item: { pairName } }) => plain(pairName)), lines: [] };
  return numberedNames(shown.map(({ item: { pairName }, n }) => ({ n, name: pairName })));
}

/** Which button opens an agreement, and which turns to a page of them. */
export type PairButtons = { pick: (pairId: number) => string; turn: (page: number) => string };

/** Asks which agreement is meant; the buttons of `name`: "name.list.pair.0", pages "name.pairs.n". */
export function pairChoice(
  of: string | PairButtons,
  title: TextKey,
  members: readonly Member[],
  page: number,
): Message {
  const { pick, turn } = typeof of === 'string' ? listOf(of) : of;
  const { shown, turns } = paged(members, page, turn, SHORT_PAGE);
  const { labels, lines } = pairLabels(members, shown);
  const choices = shown.map(({ item: { pairId } }, i) => ({ label: labels[i]!, does: pick(pairId) }));
  return message([text(title), ...lines], [...choices, ...turns]);
}

const listOf = (name: string): PairButtons => ({
  pick: (pairId) => `${name}.list.${pairId}.0`,
  turn: (page) => `${name}.pairs.${page}`,
});
