import type { ChatFullInfo, ChatMemberAdministrator, ChatMemberOwner } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import { viewBotMember, viewChat, viewMember } from './bot-view.ts';
import { checkMayWrite, findChat } from './chat-access.ts';
import type { Handlers } from './sim-context.ts';

/** What the bot asks about chats, and leaving one; files that people sent. */
export const chatMethods: Handlers = {
  getChat: ({ world }, params) => {
    const chat = findChat(world, params);
    // The many optional fields of ChatFullInfo stay away, as they do for an ordinary chat.
    return {
      ...viewChat(world, chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {},
    } as ChatFullInfo;
  },
  getChatMember: ({ world }, params) => {
    const chat = findChat(world, params);
    checkMayWrite(world, chat);
    const userId = params.whole('user_id') ?? 0;
    if (userId === world.bot.id) return viewBotMember(world, chat.botStatus);
    const person = world.users.get(userId);
    if (!person) throw badRequest('user not found');
    return viewMember(person.user, chat.members.get(userId));
  },
  getChatAdministrators: ({ world }, params) => {
    const chat = findChat(world, params);
    if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat');
    checkMayWrite(world, chat);
    return [...chat.members]
      .filter(([, role]) => role !== 'member')
      .map(
        ([id, role]) => viewMember(world.user(id).user, role) as ChatMemberOwner | ChatMemberAdministrator,
      );
  },
  leaveChat: ({ world }, params) => {
    const chat = findChat(world, params);
    if (chat.kind === 'private') throw badRequest("chat member status can't be changed in private chats");
    checkMayWrite(world, chat);
    chat.botStatus = 'left';
    world.events.emit({ type: 'chat', chatId: chat.id });
    return true;
  },
  getFile: ({ files }, params) => {
    const file = files.get(params.text('file_id'));
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    const { file_id, file_unique_id, file_size, file_name } = file.info;
    return { file_id, file_unique_id, file_size, file_path: `${file_id}/${encodeURIComponent(file_name)}` };
  },
};
