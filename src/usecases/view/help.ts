import type { Message, Text } from '../../domain/message.ts';
import { otherSide, type Role } from '../../domain/side.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import { countAcross } from '../link/members.ts';
import { roleText } from '../link/messages.ts';
import { button, message, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { item, joined, paged, plain } from './paged.ts';
import { SHORTCUTS } from './shortcuts.ts';

const CAN: Record<Role, TextKey> = {
  secretary: 'help-can-secretary',
  chair: 'help-can-leader',
  vice: 'help-can-leader',
  member: 'help-can-member',
  observer: 'help-can-observer',
};

/** Beyond the first commands of everybody. */
const MORE: Partial<Record<Role, TextKey>> = {
  secretary: 'help-more-secretary',
  chair: 'help-more-leader',
  vice: 'help-more-leader',
};

/** /trogiup: what one's roles can do, each with an example that works; language, who is in, one's own data. */
export function helpMessage(actor: Actor): Message {
  const can = new Set(actor.members.flatMap(({ role }) => [CAN[role], MORE[role] ?? []].flat()));
  return message(
    [
      text('help-title', { name: actor.name }),
      ...[...can].map((key) => text(key)),
      text('help-search'),
      text('help-data'),
    ],
    [
      button('button-help-who', act('trogiup.who', { page: 0 })),
      button('button-help-digest', act('tin.settings')),
      button('button-help-short', act('trogiup.short', { page: 0 })),
      actor.members.length > 0 && button('button-help-away', act('away.list', { page: 0 })),
      button('button-help-vi', act('trogiup.lang', { locale: 'vi' })),
      button('button-help-en', act('trogiup.lang', { locale: 'en' })),
    ],
  );
}

/** The older, narrower commands of one's roles. */
export function shortcutsMessage(actor: Actor, page: number): Message {
  const roles = new Set(actor.members.map(({ role }) => role));
  const own = SHORTCUTS.filter((one) => one.roles.some((role) => roles.has(role)));
  const { shown, turns } = paged(own, page, (to) => act('trogiup.short', { page: to }));
  return message(
    [text('help-short-title'), ...shown.map(({ item: one }) => shortcutLine(actor, one))],
    [...turns, button('button-back', act('trogiup.main'))],
  );
}

const shortcutLine = (actor: Actor, one: (typeof SHORTCUTS)[number]): Text =>
  joined([plain(`/${actor.locale === 'vi' ? one.name : one.alias}`), text(`short-${one.name}`)]);

/** Who is in: one's pairs and role; how many people of either side use the system, never who across (C8). */
export async function whoIsIn(work: Work, actor: Actor, page: number): Promise<Message> {
  const { shown, turns } = paged(actor.members, page, (to) => act('trogiup.who', { page: to }));
  const lines: Text[] = [];
  for (const { item: member, n } of shown) lines.push(await pairLine(work, member, n));
  return message([text('help-who-title'), ...lines], [...turns, button('button-back', act('trogiup.main'))]);
}

async function pairLine(work: Work, { pairId, pairName, side, role }: Member, n: number): Promise<Text> {
  const own = await countAcross(work, pairId, otherSide(side));
  const across = await countAcross(work, pairId, side);
  return item(n, [plain(pairName), roleText(role), text('help-who-count', { own, across })]);
}
