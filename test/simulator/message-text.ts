import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import type { FormattedText } from './html-entities.ts';
import { parseHtml } from './html-entities.ts';
import type { Params } from './params.ts';

/** What the bot gave as text: the plain text and, when it came as HTML, the source. */
export interface BotText extends FormattedText {
  html?: string;
}

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** The text of a message, 1–4096 UTF-16 units after entities; 400 as Telegram words it. */
export function readText(params: Params): BotText {
  const given = read(params, 'text', 'entities');
  if (given.text.length === 0) throw badRequest('message text is empty');
  if (given.text.length > MAX_TEXT) throw badRequest('message is too long');
  return given;
}

/** The caption of a file, at most 1024 UTF-16 units after entities. */
export function readCaption(params: Params): BotText {
  const given = read(params, 'caption', 'caption_entities');
  if (given.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return given;
}

function read(params: Params, field: string, entitiesField: string): BotText {
  const source = params.text(field);
  const mode = params.text('parse_mode').toLowerCase();
  if (mode === 'html') return { ...trim(parseHtml(source)), html: source };
  if (mode !== '') throw badRequest('unsupported parse_mode');
  const entities = params.json<MessageEntity[]>(entitiesField) ?? [];
  for (const entity of entities) checkBounds(entity, source);
  return trim({ text: source, entities });
}

function checkBounds(entity: MessageEntity, text: string): void {
  if (entity.offset >= 0 && entity.length >= 0 && entity.offset + entity.length <= text.length) return;
  throw badRequest(`entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text`);
}

function trim({ text, entities }: FormattedText): FormattedText {
  const kept = text.trim();
  if (kept.length === text.length) return { text, entities };
  const shift = text.length - text.trimStart().length;
  const moved = entities.map((entity) => {
    const start = Math.max(entity.offset - shift, 0);
    const end = Math.min(entity.offset + entity.length - shift, kept.length);
    return { ...entity, offset: start, length: end - start };
  });
  return { text: kept, entities: moved.filter((entity) => entity.length > 0) };
}

/** The bot_command entities that Telegram's apps make of a person's text. */
export function findCommands(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<=^|\s)\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?=$|[^A-Za-z0-9_@])/g)].map(
    (found) => ({ type: 'bot_command', offset: found.index, length: found[0].length }),
  );
}
