import type { InlineKeyboardButton } from '@grammyjs/types';
import { DateTime } from 'luxon';
import { showDay, showInstant, showInstantShort, showWindow, showWindowShort } from '../domain/date-text.ts';
import type { Arg, Button, Message, Text } from '../domain/message.ts';
import { type Locale, say } from '../locales/index.ts';
import type { TextKey } from '../locales/keys.ts';
import { escapeHtml, fitLines, fitRows } from './fit.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** `isPlain`: the text is no HTML. `left`: buttons that were left out, `isCut`: lines that were; both are a bug that is seen. */
export type Rendered = {
  text: string;
  keyboard: InlineKeyboardButton[][];
  protect: boolean;
  isPlain?: boolean;
  left: number;
  isCut: boolean;
};

/**
 * Turns a message into Telegram's HTML in the reader's language: every argument escaped, one button a row, never more of either than
 * Telegram takes. `resent` marks a message that may have arrived before a crash.
 */
export function render(locale: Locale, message: Message, now: DateTime, resent = false): Rendered {
  const lines = message.lines.map((line) => renderText(locale, line, now));
  if (resent) lines.push(say(locale, 'message-resent'));
  const { rows, left } = fitRows(message.buttons.map((button) => [renderButton(locale, button, now)]));
  if (left > 0) lines.push(say(locale, 'message-buttons-left', { count: left }));
  return { ...fitLines(lines), keyboard: rows, protect: message.protect ?? false, left };
}

/** One text as Telegram's HTML. */
export function renderText(locale: Locale, text: Text, now: DateTime): string {
  return say(locale, text.key as TextKey, argsOf(locale, text, now, escapeHtml));
}

/** One text without markup: toasts and button labels are not parsed by Telegram. */
export function renderPlain(locale: Locale, text: Text, now: DateTime): string {
  return say(
    locale,
    text.key as TextKey,
    argsOf(locale, text, now, (value) => value),
  ).replace(/<\/?[a-z]+>/g, '');
}

/** Buttons hold about 40 characters; a longer name is cut with an ellipsis. */
const MAX_LABEL = 40;

function renderButton(locale: Locale, button: Button, now: DateTime): InlineKeyboardButton {
  const full = renderPlain(locale, button.label, now);
  const text = full.length > MAX_LABEL ? `${full.slice(0, MAX_LABEL - 1)}…` : full;
  if ('opens' in button) return { text, url: button.opens };
  if ('copies' in button) return { text, copy_text: { text: button.copies } };
  return { text, callback_data: button.does, ...(button.style ? { style: button.style } : {}) };
}

function argsOf(
  locale: Locale,
  text: Text,
  now: DateTime,
  quote: (value: string) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(text.args ?? {}).map(([name, arg]) => [name, renderArg(locale, arg, now, quote)]),
  );
}

function renderArg(
  locale: Locale,
  arg: Arg,
  now: DateTime,
  quote: (value: string) => string,
): string | number {
  if (typeof arg === 'number') return arg;
  if (typeof arg === 'string') return quote(arg);
  if ('instant' in arg) return showInstant(DateTime.fromISO(arg.instant, { zone: ZONE }), locale);
  if ('near' in arg) return showInstantShort(DateTime.fromISO(arg.near, { zone: ZONE }), now, locale);
  if ('day' in arg) return showDay(arg.day, locale);
  if ('window' in arg) return showWindow(arg.window[0], lastDay(arg.window[1]), locale);
  if ('days' in arg) return showWindowShort(arg.days[0], lastDay(arg.days[1]), locale);
  if ('date' in arg) return showWindowShort(arg.date, arg.date, locale);
  if ('lower' in arg)
    return lowered(say(locale, arg.lower.key as TextKey, argsOf(locale, arg.lower, now, quote)));
  return say(locale, arg.key as TextKey, argsOf(locale, arg, now, quote));
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const lastDay = (toExcluded: string): string =>
  DateTime.fromISO(toExcluded, { zone: ZONE }).minus({ days: 1 }).toISODate()!;
