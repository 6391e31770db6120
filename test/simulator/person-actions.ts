import type { ChatMemberUpdated, MessageEntity } from '@grammyjs/types';
import { viewBotMember, viewChat, viewMessage, viewTap } from './bot-view.ts';
import { findCommands } from './message-text.ts';
import type { BotStatus, SimMessage, SimToast } from './protocol.ts';
import type { SimContext } from './sim-context.ts';
import type { ChatState, MessageDraft, UserState } from './world.ts';

/** Content of a message that a person writes. */
export type PersonDraft = Partial<Omit<MessageDraft, 'from' | 'fromBot' | 'kind'>> & {
  kind?: 'text' | 'document' | 'photo' | 'voice' | 'sticker';
};

/** Writes as a person; the message reaches the bot unless the group's privacy keeps it away. Throws when they cannot. */
export function writeAs(context: SimContext, userId: number, chatId: number, draft: PersonDraft): SimMessage {
  const { world } = context;
  const person = world.user(userId);
  const chat = chatToWriteIn(context, person, chatId);
  const text = draft.text ?? '';
  const message = world.store(chat, {
    kind: 'text',
    ...draft,
    from: person.user,
    fromBot: false,
    text,
    entities: draft.entities ?? findCommands(text),
  });
  if (isSeenByBot(context, chat, message)) pushMessage(context, message);
  return message;
}

function chatToWriteIn({ world }: SimContext, person: UserState, chatId: number): ChatState {
  const chat = world.chat(chatId);
  const name = person.user.first_name;
  if (chat.migratedTo !== undefined) throw new Error(`group ${chatId} has become ${chat.migratedTo}`);
  if (chat.kind !== 'private') {
    if (!chat.members.has(person.user.id)) throw new Error(`${name} is not a member of "${chat.title}"`);
    return chat;
  }
  if (chatId !== person.user.id) throw new Error(`${name} cannot write in someone else's private chat`);
  if (person.blocked) throw new Error(`${name} has blocked the bot: unblock or start first`);
  if (person.deactivated) throw new Error(`${name}'s account is deactivated`);
  person.started = true;
  return chat;
}

/** Edits a person's own message; the bot gets edited_message. */
export function editAs(context: SimContext, message: SimMessage, text: string): void {
  const { world, updates } = context;
  const entities: MessageEntity[] = findCommands(text);
  world.revise(message, { text, entities });
  if (!isSeenByBot(context, world.chat(message.chatId), message)) return;
  updates.push(
    'edited_message',
    viewMessage(world, message) as Parameters<typeof updates.push<'edited_message'>>[1],
  );
}

/** Taps a button's data; `tell` is called once with the toast. Throws when the person is not in that chat. */
export function tapAs(
  context: SimContext,
  userId: number,
  message: SimMessage,
  data: string,
  tell: (toast: SimToast) => void,
): void {
  const { world, queries, updates } = context;
  const { user } = world.user(userId);
  const chat = world.chat(message.chatId);
  const isThere = chat.kind === 'private' ? chat.id === userId : chat.members.has(userId);
  if (!isThere) throw new Error(`${user.first_name} is not in chat ${chat.id}`);
  const queryId = queries.ask(userId, message.chatId, tell);
  const { chatId, message_id: messageId } = message;
  world.events.emit({ type: 'tap', chatId, userId, queryId, messageId, data });
  updates.push('callback_query', viewTap(world, queryId, user, message, data));
}

/** Blocks or unblocks the bot; the bot gets my_chat_member when that changes anything. */
export function setBlocked({ world, updates }: SimContext, userId: number, blocked: boolean): void {
  const person = world.user(userId);
  if (person.blocked === blocked) return;
  person.blocked = blocked;
  if (!blocked) person.started = true;
  world.events.emit({ type: 'user', userId });
  const change: ChatMemberUpdated = {
    chat: viewChat(world, world.chat(userId)),
    from: person.user,
    date: world.seconds(),
    old_chat_member: viewBotMember(world, blocked ? 'member' : 'kicked'),
    new_chat_member: viewBotMember(world, blocked ? 'kicked' : 'member'),
  };
  updates.push('my_chat_member', change);
}

/** Changes the bot's standing in a group; the bot gets my_chat_member. */
export function setBotStatus(context: SimContext, chat: ChatState, byId: number, status: BotStatus): void {
  const { world, updates } = context;
  const before = chat.botStatus;
  chat.botStatus = status;
  world.events.emit({ type: 'chat', chatId: chat.id });
  updates.push('my_chat_member', {
    chat: viewChat(world, chat),
    from: world.user(byId).user,
    date: world.seconds(),
    old_chat_member: viewBotMember(world, before),
    new_chat_member: viewBotMember(world, status),
  });
}

/** Writes a service message of a group; the bot always sees these while it is in. */
export function writeService(
  context: SimContext,
  chat: ChatState,
  byId: number,
  service: SimMessage['service'],
): void {
  const from = context.world.user(byId).user;
  const message = context.world.store(chat, {
    kind: 'service',
    from,
    fromBot: false,
    text: '',
    entities: [],
    service,
  });
  if (chat.botStatus === 'member' || chat.botStatus === 'administrator') pushMessage(context, message);
}

function pushMessage({ world, updates }: SimContext, message: SimMessage): void {
  updates.push('message', viewMessage(world, message) as Parameters<typeof updates.push<'message'>>[1]);
}

function isSeenByBot({ world, privacyMode }: SimContext, chat: ChatState, message: SimMessage): boolean {
  if (chat.kind === 'private') return true;
  if (chat.botStatus !== 'member' && chat.botStatus !== 'administrator') return false;
  if (!privacyMode || chat.botStatus === 'administrator') return true;
  if (message.replyTo !== undefined && chat.byId.get(message.replyTo)?.fromBot) return true;
  return message.entities.some((entity) => {
    if (entity.type !== 'bot_command' || entity.offset !== 0) return false;
    const named = message.text.slice(0, entity.length).split('@')[1];
    return named === undefined || named.toLowerCase() === world.bot.username.toLowerCase();
  });
}
