import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import type { Params } from './params.ts';
import type { ReplyMarkup } from './protocol.ts';

const MAX_BUTTONS = 100;
/** Of the keyboard as JSON: a hundred buttons pass only while they are short. */
const MAX_MARKUP_BYTES = 10_000;

/** The keyboard of a call, checked: callback_data of 1–64 bytes, labels, at most 100 buttons and 10,000 bytes. */
export function readMarkup(params: Params): ReplyMarkup | undefined {
  const markup = params.json<ReplyMarkup>('reply_markup');
  if (markup === undefined) return undefined;
  if (typeof markup !== 'object') throw badRequest('object expected as reply markup');
  if (!('inline_keyboard' in markup)) return markup;
  return checkInline(markup);
}

/** The inline keyboard of an edit; none and an empty one both take the keyboard away. */
export function readInlineMarkup(params: Params): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(params);
  if (markup === undefined) return undefined;
  if (!('inline_keyboard' in markup)) throw badRequest('inline keyboard expected');
  return markup.inline_keyboard.flat().length === 0 ? undefined : markup;
}

function checkInline(markup: InlineKeyboardMarkup): InlineKeyboardMarkup | undefined {
  if (!Array.isArray(markup.inline_keyboard)) {
    throw badRequest('field "inline_keyboard" must be of type Array');
  }
  const buttons = markup.inline_keyboard.flat();
  const bytes = Buffer.byteLength(JSON.stringify(markup));
  if (buttons.length > MAX_BUTTONS || bytes > MAX_MARKUP_BYTES) throw badRequest('reply markup is too long');
  for (const button of buttons) checkButton(button);
  return markup;
}

function checkButton(button: InlineKeyboardButton): void {
  if (typeof button.text !== 'string' || button.text === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be a non-empty String');
  }
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
    return;
  }
  if ('url' in button) {
    if (!URL.canParse(button.url)) throw badRequest('BUTTON_URL_INVALID');
    return;
  }
  if (Object.keys(button).every((key) => key === 'text' || key === 'style')) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

/** The inline buttons of a keyboard in reading order; none for other keyboards. */
export function inlineButtons(markup: ReplyMarkup | undefined): InlineKeyboardButton[] {
  return markup !== undefined && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
}

/** Whether two keyboards are the same to Telegram. */
export function isSameMarkup(one: ReplyMarkup | undefined, other: ReplyMarkup | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
