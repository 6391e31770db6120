import type { Message, Update } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import { viewMessage } from './bot-view.ts';
import { checkMayWrite, findChat } from './chat-access.ts';
import { isSameMarkup, readInlineMarkup } from './keyboards.ts';
import { readText } from './message-text.ts';
import type { Params } from './params.ts';
import type { SimMessage, SimVersion } from './protocol.ts';
import type { Handlers, SimContext } from './sim-context.ts';
import type { ChatState } from './world.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const DELETABLE_SECONDS = 48 * 3600;

/** What changes or takes back a message, or fixes it on top. */
export const editMethods: Handlers = {
  editMessageText: (context, params) => {
    const content = readText(params);
    const reply_markup = readInlineMarkup(params);
    const message = findEditable(context, params);
    if (message.kind !== 'text') throw badRequest('there is no text in the message to edit');
    return revise(context, message, { ...content, html: content.html, reply_markup });
  },
  editMessageReplyMarkup: (context, params) => {
    const reply_markup = readInlineMarkup(params);
    const message = findEditable(context, params);
    const { text, entities, html } = message;
    return revise(context, message, { text, entities, html, reply_markup });
  },
  deleteMessage: (context, params) => {
    const { chat, message } = find(context, params, 'delete');
    if (!isDeletable(context, chat, message)) throw badRequest("message can't be deleted");
    context.world.remove(message);
    return true;
  },
  pinChatMessage: (context, params) => {
    const { chat, message } = find(context, params, 'pin');
    if (chat.kind === 'supergroup' && chat.botStatus !== 'administrator') {
      throw badRequest('not enough rights to manage pinned messages in the chat');
    }
    chat.pinned.push(message.message_id);
    context.world.events.emit({ type: 'pin', chatId: chat.id, messageId: message.message_id });
    return true;
  },
};

function find(
  context: SimContext,
  params: Params,
  purpose: string,
): { chat: ChatState; message: SimMessage } {
  const chat = findChat(context.world, params);
  checkMayWrite(context.world, chat);
  const message = chat.byId.get(params.whole('message_id') ?? 0);
  if (!message || message.deleted) throw badRequest(`message to ${purpose} not found`);
  return { chat, message };
}

function findEditable(context: SimContext, params: Params): SimMessage {
  const { message } = find(context, params, 'edit');
  const hasOtherKeyboard = message.reply_markup !== undefined && !('inline_keyboard' in message.reply_markup);
  if (!message.fromBot || message.kind === 'service' || hasOtherKeyboard) {
    throw badRequest("message can't be edited");
  }
  return message;
}

function revise(context: SimContext, message: SimMessage, next: Omit<SimVersion, 'date'>) {
  const { world, limits } = context;
  const isSameText =
    message.text === next.text && JSON.stringify(message.entities) === JSON.stringify(next.entities);
  if (isSameText && isSameMarkup(message.reply_markup, next.reply_markup)) throw badRequest(NOT_MODIFIED);
  const flood = limits.admit(message.chatId, world.chat(message.chatId).kind === 'private', true);
  if (flood) throw flood;
  world.revise(message, next);
  return viewMessage(world, message) as Update.Edited & Message.TextMessage;
}

function isDeletable({ world }: SimContext, chat: ChatState, message: SimMessage): boolean {
  if (world.seconds() - message.date >= DELETABLE_SECONDS) return false;
  return message.fromBot || chat.kind === 'private' || chat.botStatus === 'administrator';
}
