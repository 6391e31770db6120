import type { Message, Update } from '@grammyjs/types';
import { bearsMark, findSecret } from '../domain/secrecy.ts';

/**
 * Whether an update brings words that are not taken (C1, C3): whatever is written or edited in private, and in a group what is a
 * command to this bot. Of names (of files, places, polls, contacts, lists, games) and of a button's data only a mark counts: numbers in them are no identifiers.
 */
export function bringsSecret(update: Update, botName: string): boolean {
  const written = update.message ?? update.edited_message;
  if (!written) return bearsMark((update.callback_query?.data ?? '').replaceAll('_', ' '));
  const { text = '', caption = '' } = written;
  // A command may stand in a caption as well.
  if (written.chat.type !== 'private' && !isCommandTo(botName, text || caption)) return false;
  return (
    findSecret(text).kind === 'refused' ||
    findSecret(caption).kind === 'refused' ||
    names(written).some(bearsMark)
  );
}

function isCommandTo(botName: string, text: string): boolean {
  const command = /^\/\w+(?:@(?<name>\w+))?/u.exec(text);
  const name = command?.groups?.name ?? botName;
  return command !== null && name.toLowerCase() === botName.toLowerCase();
}

const names = ({
  document,
  audio,
  video,
  animation,
  venue,
  poll,
  contact,
  checklist,
  game,
}: Message): string[] =>
  [
    document?.file_name,
    ...[audio?.file_name, audio?.title, audio?.performer],
    ...[video?.file_name, animation?.file_name],
    ...[venue?.title, venue?.address],
    ...[poll?.question, poll?.explanation, ...(poll?.options ?? []).map((option) => option.text)],
    ...[contact?.first_name, contact?.last_name, contact?.vcard],
    ...[checklist?.title, ...(checklist?.tasks ?? []).map((task) => task.text)],
    ...[game?.title, game?.description, game?.text],
  ].filter((name) => typeof name === 'string');
