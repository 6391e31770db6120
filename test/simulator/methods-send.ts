import type { Message, ReplyParameters } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import { viewMessage } from './bot-view.ts';
import { checkMayWrite, findChat } from './chat-access.ts';
import { readMarkup } from './keyboards.ts';
import type { BotText } from './message-text.ts';
import { readCaption, readText } from './message-text.ts';
import type { Params } from './params.ts';
import type { SimFileInfo, SimMessage } from './protocol.ts';
import type { Handlers, SimContext } from './sim-context.ts';
import type { ChatState } from './world.ts';

/** What sends: each is one message to the limits. */
export const sendMethods: Handlers = {
  sendMessage: (context, params) => {
    const content = readText(params);
    return viewMessage(context.world, send(context, params, 'text', content)) as Message.TextMessage;
  },
  sendDocument: (context, params) =>
    viewMessage(context.world, sendFile(context, params, 'document')) as Message.DocumentMessage,
  sendPhoto: (context, params) =>
    viewMessage(context.world, sendFile(context, params, 'photo')) as Message.PhotoMessage,
  sendChatAction: (context, params) => {
    const chat = findChat(context.world, params);
    checkMayWrite(context.world, chat);
    const action = params.text('action');
    if (action === '') throw badRequest('wrong parameter action in request');
    context.world.events.emit({ type: 'action', chatId: chat.id, action });
    return true;
  },
};

function sendFile(context: SimContext, params: Params, kind: 'document' | 'photo'): SimMessage {
  const content = readCaption(params);
  return send(context, params, kind, content, context.files.read(params, kind));
}

function send(
  context: SimContext,
  params: Params,
  kind: SimMessage['kind'],
  content: BotText,
  file?: SimFileInfo,
): SimMessage {
  const { world, limits } = context;
  const chat = findChat(world, params);
  const reply_markup = readMarkup(params);
  const replyTo = readReply(params, chat);
  checkMayWrite(world, chat);
  const flood = limits.admit(chat.id, chat.kind === 'private', false);
  if (flood) throw flood;
  return world.store(chat, {
    kind,
    from: world.bot,
    fromBot: true,
    ...content,
    reply_markup,
    protect_content: params.flag('protect_content'),
    silent: params.flag('disable_notification'),
    threadId: params.whole('message_thread_id'),
    replyTo,
    file,
  });
}

function readReply(params: Params, chat: ChatState): number | undefined {
  const reply = params.json<ReplyParameters>('reply_parameters');
  const id = reply?.message_id ?? params.whole('reply_to_message_id');
  if (id === undefined) return undefined;
  const target = chat.byId.get(id);
  if (target && !target.deleted) return id;
  if (reply?.allow_sending_without_reply || params.flag('allow_sending_without_reply')) return undefined;
  throw badRequest('message to be replied not found');
}
