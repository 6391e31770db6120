import type { SimChatView, SimState, SimUserView } from './protocol.ts';
import type { SimContext } from './sim-context.ts';
import type { ChatState, UserState } from './world.ts';

/** Everything the playground shows, as it stands now. */
export function viewState(context: SimContext): SimState {
  const { world, settings } = context;
  const chats = [...world.chats.values()];
  return {
    seq: world.events.seq,
    bot: world.bot,
    users: [...world.users.values()].map((person) => viewUser(context, person)),
    groups: chats.filter(({ kind }) => kind !== 'private').map(viewChatState),
    chats: chats.filter(({ kind }) => kind === 'private').map(viewChatState),
    commands: settings.allCommands(),
    name: settings.names.get('') ?? world.bot.first_name,
    description: settings.descriptions.get('') ?? '',
    shortDescription: settings.shortDescriptions.get('') ?? '',
  };
}

/** A person with the menu of their private chat. */
export function viewUser({ settings }: SimContext, person: UserState): SimUserView {
  const { user, started, blocked, deactivated } = person;
  return { user, started, blocked, deactivated, menu: settings.menu(user.id, user.language_code ?? '') };
}

function viewChatState(chat: ChatState): SimChatView {
  const { id, kind, title, members, botStatus, migratedTo, pinned, messages } = chat;
  return { id, kind, title, memberIds: [...members.keys()], botStatus, migratedTo, pinned, messages };
}
