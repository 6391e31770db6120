import type { InlineKeyboardButton } from '@grammyjs/types';
import { inlineButtons } from './keyboards.ts';
import type { SimMessage } from './protocol.ts';
import type { SimContext } from './sim-context.ts';

/** What stood in another run's chats: people, plain groups in the order they were made, and those messages of the bot that carry buttons. */
export type Past = {
  people: { id: number; name: string }[];
  groups: { id: number; title: string; members: number[] }[];
  messages: StandingMessage[];
  /** The number of the newest message; what is sent from here on has later ones. */
  lastMessage: number;
};

/** `by`: who may tap its buttons, everybody in that chat. */
type StandingMessage = {
  chat: number;
  id: number;
  by: number[];
  text: string;
  rows: InlineKeyboardButton[][];
} & Pick<SimMessage, 'kind' | 'file'>;

/** What stands now, to be laid out in another run. */
export function takeDown({ world }: SimContext): Past {
  const chats = [...world.chats.values()];
  const messages = chats.flatMap((chat) =>
    chat.messages.filter(isStanding).map(
      ({ message_id: id, text, kind, file, reply_markup }): StandingMessage => ({
        ...{ chat: chat.id, id, kind, file, text },
        by: chat.kind === 'private' ? [chat.id] : [...chat.members.keys()],
        rows: reply_markup && 'inline_keyboard' in reply_markup ? reply_markup.inline_keyboard : [],
      }),
    ),
  );
  return {
    people: [...world.users.values()].map(({ user }) => ({ id: user.id, name: user.first_name })),
    groups: chats
      .filter(({ kind }) => kind === 'group')
      .map(({ id, title, members }) => ({ id, title, members: [...members.keys()] })),
    messages,
    lastMessage: Math.max(0, ...chats.flatMap((chat) => chat.messages.map((one) => one.message_id))),
  };
}

const isStanding = ({ fromBot, deleted, reply_markup }: SimMessage): boolean =>
  fromBot && !deleted && inlineButtons(reply_markup).length > 0;

/** Lays out what stood in another run on a server where nothing has happened; the bot hears nothing of it. */
export function layOut({ world }: SimContext, past: Past): void {
  for (const { id, name } of past.people) world.addUser({ id, first_name: name, started: true });
  for (const { id, title, members } of past.groups) {
    const chat = world.addGroup(title, false);
    if (chat.id !== id) throw new Error(`"${title}" was chat ${id} and has become ${chat.id}`);
    chat.botStatus = 'member';
    for (const [nth, member] of members.entries()) chat.members.set(member, nth === 0 ? 'creator' : 'member');
  }
  for (const { chat, id, by, rows, ...content } of past.messages)
    world.lay(chat, id, { ...content, reply_markup: { inline_keyboard: rows } });
  world.countFrom(past.lastMessage);
}
