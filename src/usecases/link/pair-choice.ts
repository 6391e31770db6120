import type { Message } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import { message, text } from '../said.ts';
import type { Member } from '../work.ts';
import { pageOf } from './page.ts';

/** Asks which agreement is meant; buttons "name.list.pair.0", pages "name.pairs.n". */
export function pairChoice(name: string, title: TextKey, members: Member[], page: number): Message {
  const { shown, turns } = pageOf(members, page, (to) => `${name}.pairs.${to}`);
  const choices = shown.map(({ pairId, pairName }) => ({
    label: text('plain', { text: pairName }),
    does: `${name}.list.${pairId}.0`,
  }));
  return message([text(title)], [...choices, ...turns]);
}
