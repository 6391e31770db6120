import type { ActionData, Message, Text } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import { button, message, text } from '../said.ts';
import { findNamed } from '../view/find-named.ts';
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
export type PairButtons = { pick: (pairId: number) => ActionData; turn: (page: number) => ActionData };

/** The rooms whose choice of an agreement is "room.list.pair.0", with pages "room.pairs.n". */
type PairRoom = 'moi' | 'members' | 'handover' | 'log' | 'chotso';

/** The agreement that is meant: the only one there is, or the only one whose name bears the words typed after the command. */
export function onlyPair(members: readonly Member[], typed = ''): Member | undefined {
  if (members.length === 1) return members[0];
  const found = pairsNamed(members, typed);
  return found.length === 1 ? found[0] : undefined;
}

/** Words typed after a command where there is one agreement only, and its name does not bear them: they said something else. */
export const unusedName = (members: readonly Member[], typed: string): string =>
  members.length === 1 && pairsNamed(members, typed).length === 0 ? typed : '';

const pairsNamed = (members: readonly Member[], typed: string): Member[] =>
  findNamed(members, ({ pairName }) => pairName, typed);

/**
 * Asks which agreement is meant; `of`: the room whose buttons they are. `typed`: words after the command, which
 * narrow the choice; undefined: the command reads something else there.
 */
export function pairChoice(
  of: PairRoom | PairButtons,
  title: TextKey,
  members: readonly Member[],
  page: number,
  typed?: string,
): Message {
  const { pick, turn } = typeof of === 'string' ? listOf(of) : of;
  const found = typed === undefined ? [] : pairsNamed(members, typed);
  const list = found.length > 0 ? foundPairs(members, found, turn) : wholePairs(members, page, turn, typed);
  const { labels, lines } = pairLabels(members, list.shown);
  const choices = list.shown.map(({ item: { pairId } }, i) => ({ label: labels[i]!, does: pick(pairId) }));
  return message([text(title), ...lines, list.says], [...choices, ...list.turns]);
}

type Shown = Pick<Page<Member>, 'shown' | 'turns'> & { says?: Text };

function wholePairs(
  members: readonly Member[],
  page: number,
  turn: PairButtons['turn'],
  typed: string | undefined,
): Shown {
  const { shown, turns } = paged(members, page, turn, SHORT_PAGE);
  if (typed) return { shown, turns, says: text('pair-none-found') };
  return { shown, turns, says: typed === undefined || turns.length === 0 ? undefined : text('pair-find') };
}

/** What was typed stays nowhere, so there are no pages of what was found; numbers are those of the whole list. */
function foundPairs(members: readonly Member[], found: Member[], turn: PairButtons['turn']): Shown {
  const shown = found.slice(0, SHORT_PAGE).map((item) => ({ item, n: members.indexOf(item) + 1 }));
  const more = found.length - shown.length;
  const says = text(more > 0 ? 'form-found-more' : 'form-found', { count: found.length, more });
  return { shown, turns: [button('button-whole-list', turn(0))], says };
}

const listOf = (room: PairRoom): PairButtons => ({
  pick: (pairId) => act(`${room}.list`, { pairId, page: 0 }),
  turn: (page) => act(`${room}.pairs`, { page }),
});
