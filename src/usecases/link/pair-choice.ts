import type { Message, Text } from '../../domain/message.ts';
import { shortNames } from '../../domain/short-names.ts';
import type { TextKey } from '../../locales/keys.ts';
import { message, text } from '../said.ts';
import { item, plain } from '../view/paged.ts';
import type { Member } from '../work.ts';
import { pageOf } from './page.ts';

/** What a button holds without being cut on a phone. */
const FITS = 24;

/**
 * Agreements on buttons: by their names where these fit and differ, else numbered as in the whole list, short, with the full names
 * as lines of the message.
 */
export function pairLabels(
  all: readonly Member[],
  shown: readonly Member[],
): { labels: Text[]; lines: Text[] } {
  const names = all.map(({ pairName }) => pairName);
  if (new Set(names).size === names.length && names.every((name) => name.length <= FITS))
    return { labels: shown.map(({ pairName }) => plain(pairName)), lines: [] };
  const short = shortNames(shown.map(({ pairName }) => pairName));
  const numbered = shown.map((one, i) => ({ n: all.indexOf(one) + 1, name: one.pairName, short: short[i]! }));
  return {
    labels: numbered.map((one) => item(one.n, [plain(one.short)])),
    lines: numbered.map(({ n, name }) => item(n, [plain(name)])),
  };
}

/** Asks which agreement is meant; buttons "name.list.pair.0", pages "name.pairs.n". */
export function pairChoice(name: string, title: TextKey, members: Member[], page: number): Message {
  const { shown, turns } = pageOf(members, page, (to) => `${name}.pairs.${to}`);
  const { labels, lines } = pairLabels(members, shown);
  const choices = shown.map(({ pairId }, i) => ({ label: labels[i]!, does: `${name}.list.${pairId}.0` }));
  return message([text(title), ...lines], [...choices, ...turns]);
}
