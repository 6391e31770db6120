import type { InlineKeyboardButton } from '@grammyjs/types';
import { DateTime } from 'luxon';
import {
  showDay,
  showInstant,
  showInstantDated,
  showInstantShort,
  showWindow,
  showWindowShort,
} from '../domain/date-text.ts';
import type { Arg, Button, Message, Text } from '../domain/message.ts';
import { type Locale, say } from '../locales/index.ts';
import type { TextKey } from '../locales/keys.ts';
import { escapeHtml, fitLines, fitRows, layOut } from './fit.ts';

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
 * Turns a message into Telegram's HTML in the reader's language: every argument escaped, the first button alone and short ones two a row,
 * never more of anything than Telegram takes. `resent` marks a message that may have arrived before a crash.
 */
export function render(locale: Locale, message: Message, now: DateTime, resent = false): Rendered {
  const lines = message.lines.map((line) => renderText(locale, line, now));
  const more = (message.more ?? []).map((line) => renderText(locale, line, now));
  if (more.length > 0) lines.push(`<blockquote expandable>${more.join('\n')}</blockquote>`);
  if (resent) lines.push(say(locale, 'message-resent'));
  const { rows, left } = fitRows(keyboardOf(locale, message, now));
  if (left > 0) lines.push(say(locale, 'message-buttons-left', { count: left }));
  return { ...fitLines(lines), keyboard: rows, protect: message.protect ?? false, left };
}

/** With [Việc khác] in the last of five rows, where it shows the others. */
function keyboardOf(locale: Locale, { buttons, others }: Message, now: DateTime): InlineKeyboardButton[][] {
  const rows = layOut(
    buttons.map((button) => renderButton(locale, button, now)),
    (at) => 'startsRow' in buttons[at]!,
  );
  if (!others || rows.length <= ROWS) return rows;
  const more = renderButton(locale, { label: { key: 'button-others' }, does: others }, now);
  return [...rows.slice(0, ROWS - 1), [more]];
}

/** So many rows a person takes in at a glance. */
const ROWS = 5;

/** How arguments stand in a text: as HTML, or where Telegram parses none. */
type Style = { quote(value: string): string; strong(words: string): string };
const HTML: Style = { quote: escapeHtml, strong: (words) => `<b>${words}</b>` };
const PLAIN: Style = { quote: (value) => value, strong: (words) => words };

/** One text as Telegram's HTML. */
export function renderText(locale: Locale, text: Text, now: DateTime): string {
  const words = say(locale, text.key as TextKey, argsOf(locale, text, now, HTML));
  return text.isStrong ? HTML.strong(words.replace(/<\/?b>/g, '')) : words;
}

/** One text without markup: toasts and button labels are not parsed by Telegram. */
export function renderPlain(locale: Locale, text: Text, now: DateTime): string {
  return say(locale, text.key as TextKey, argsOf(locale, text, now, PLAIN)).replace(/<\/?[a-z]+>/g, '');
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

function argsOf(locale: Locale, text: Text, now: DateTime, style: Style): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(text.args ?? {}).map(([name, arg]) => [name, renderArg(locale, arg, now, style)]),
  );
}

function renderArg(locale: Locale, arg: Arg, now: DateTime, style: Style): string | number {
  if (typeof arg === 'number') return arg;
  if (typeof arg === 'string') return style.quote(arg);
  if ('instant' in arg) return showInstant(DateTime.fromISO(arg.instant, { zone: ZONE }), locale);
  if ('dated' in arg) return showInstantDated(DateTime.fromISO(arg.dated, { zone: ZONE }), now, locale);
  if ('near' in arg) return showInstantShort(DateTime.fromISO(arg.near, { zone: ZONE }), now, locale);
  if ('day' in arg) return showDay(arg.day, locale);
  if ('window' in arg) return showWindow(arg.window[0], lastDay(arg.window[1]), locale);
  if ('days' in arg) return showWindowShort(arg.days[0], lastDay(arg.days[1]), locale);
  if ('date' in arg) return showWindowShort(arg.date, arg.date, locale);
  if ('strong' in arg) return style.strong(String(renderArg(locale, arg.strong, now, style)));
  if ('lower' in arg)
    return lowered(say(locale, arg.lower.key as TextKey, argsOf(locale, arg.lower, now, style)));
  return say(locale, arg.key as TextKey, argsOf(locale, arg, now, style));
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const lastDay = (toExcluded: string): string =>
  DateTime.fromISO(toExcluded, { zone: ZONE }).minus({ days: 1 }).toISODate()!;
