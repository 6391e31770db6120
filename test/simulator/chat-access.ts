import { badRequest, forbidden } from './api-failure.ts';
import type { Params } from './params.ts';
import type { ChatState, World } from './world.ts';

/** The chat a call names; 400 when it is missing, unknown, or became a supergroup (then with migrate_to_chat_id). */
export function findChat(world: World, params: Params): ChatState {
  const id = Number(params.text('chat_id'));
  if (params.text('chat_id') === '') throw badRequest('chat_id is empty');
  const chat = world.chats.get(id);
  if (!chat || (chat.kind !== 'private' && chat.botStatus === 'none')) throw badRequest('chat not found');
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  return chat;
}

/** 403 unless the bot may write there: a person who started it and did not block it, a group that it is in. */
export function checkMayWrite(world: World, chat: ChatState): void {
  if (chat.kind === 'private') checkPerson(world, chat.id);
  else if (chat.botStatus === 'kicked') throw forbidden(`bot was kicked from the ${chat.kind} chat`);
  else if (chat.botStatus === 'left') throw forbidden(`bot is not a member of the ${chat.kind} chat`);
}

function checkPerson(world: World, id: number): void {
  const person = world.user(id);
  if (person.deactivated) throw forbidden('user is deactivated');
  if (person.blocked) throw forbidden('bot was blocked by the user');
  if (!person.started) throw forbidden("bot can't initiate conversation with a user");
}
