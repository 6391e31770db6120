import type { CallbackQuery, Chat, ChatMember, Message, PhotoSize, User } from '@grammyjs/types';
import type { SimFileInfo, SimMessage } from './protocol.ts';
import type { ChatState, MemberRole, World } from './world.ts';

/** A chat as the Bot API shows it. */
export function viewChat(
  world: World,
  chat: ChatState,
): Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title };
  const { first_name, last_name, username } = world.user(chat.id).user;
  return { id: chat.id, type: 'private', first_name, last_name, username };
}

/** A message as the Bot API shows it, as it stands now. */
export function viewMessage(world: World, message: SimMessage): Message {
  const chat = world.chat(message.chatId);
  const seen: Message = {
    message_id: message.message_id,
    from: message.from,
    chat: viewChat(world, chat),
    date: message.date,
    ...viewContent(message),
    ...message.service,
  };
  if (message.editDate !== undefined) seen.edit_date = message.editDate;
  if (message.protect_content) seen.has_protected_content = true;
  if (message.threadId !== undefined)
    Object.assign(seen, { message_thread_id: message.threadId, is_topic_message: true });
  if (message.reply_markup && 'inline_keyboard' in message.reply_markup)
    seen.reply_markup = message.reply_markup;
  if (message.forwarded) {
    seen.forward_origin = { type: 'hidden_user', sender_user_name: 'Ẩn danh', date: message.date };
  }
  const replied = message.replyTo === undefined ? undefined : chat.byId.get(message.replyTo);
  if (replied) {
    seen.reply_to_message = {
      ...viewMessage(world, { ...replied, replyTo: undefined }),
      reply_to_message: undefined,
    };
  }
  return seen;
}

function viewContent(message: SimMessage): Partial<Message> {
  const { kind, text, entities, file } = message;
  if (kind === 'service') return {};
  if (kind === 'text') return entities.length === 0 ? { text } : { text, entities };
  const caption = text === '' ? {} : { caption: text, caption_entities: entities };
  return { ...viewFile(kind, file!), ...caption };
}

function viewFile(kind: 'document' | 'photo' | 'voice' | 'sticker', file: SimFileInfo): Partial<Message> {
  const { file_id, file_unique_id, file_size, mime_type, file_name } = file;
  const id = { file_id, file_unique_id, file_size };
  if (kind === 'document') return { document: { ...id, mime_type, file_name } };
  if (kind === 'voice') return { voice: { ...id, mime_type, duration: 3 } };
  if (kind === 'photo') return { photo: [{ ...id, width: 800, height: 600 } satisfies PhotoSize] };
  const look = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false } as const;
  return { sticker: { ...id, ...look } };
}

/** A member of a group as the Bot API shows them; left when they are none. */
export function viewMember(user: User, role: MemberRole | undefined): ChatMember {
  if (role === undefined) return { status: 'left', user };
  if (role === 'creator') return { status: 'creator', user, is_anonymous: false };
  return role === 'member' ? { status: 'member', user } : viewAdministrator(user);
}

function viewAdministrator(user: User): ChatMember {
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_pin_messages: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
  };
}

/** The bot's own standing as my_chat_member tells it. */
export function viewBotMember(world: World, status: ChatState['botStatus']): ChatMember {
  if (status === 'kicked') return { status: 'kicked', user: world.bot, until_date: 0 };
  if (status === 'member') return { status: 'member', user: world.bot };
  return status === 'administrator' ? viewAdministrator(world.bot) : { status: 'left', user: world.bot };
}

/** A tap as the Bot API shows it; of a deleted message only its number is left. */
export function viewTap(
  world: World,
  id: string,
  from: User,
  message: SimMessage,
  data: string,
): CallbackQuery {
  const chat_instance = String(Math.abs(message.chatId) * 7_919);
  if (!message.deleted) return { id, from, message: viewMessage(world, message), chat_instance, data };
  const chat = viewChat(world, world.chat(message.chatId));
  return { id, from, message: { chat, message_id: message.message_id, date: 0 }, chat_instance, data };
}
