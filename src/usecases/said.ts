import type { DateTime } from 'luxon';
import type { ActionData, Arg, Button, Message, Text } from '../domain/message.ts';
import type { TextKey } from '../locales/keys.ts';

/** A text by key, typed by the Vietnamese locale. */
export const text = (key: TextKey, args?: Record<string, Arg>): Text => (args ? { key, args } : { key });

/** A text that is seen first: what it is about. */
export const strong = (said: Text): Text => ({ ...said, isStrong: true });

/** "17h00 thứ Tư 25/11/2026" in the reader's language. */
export const instantArg = (at: DateTime): Arg => ({ instant: at.toISO()! });

/** As instantArg without the year of now: for messages that stand in a chat and may be read tomorrow. */
export const datedArg = (at: DateTime): Arg => ({ dated: at.toISO()! });

/** As datedArg, with "hôm nay" and "ngày mai" where they hold: only for what is read at once, on being asked for. */
export const nearArg = (at: DateTime): Arg => ({ near: at.toISO()! });

export const button = (
  label: TextKey,
  does: ActionData,
  style?: 'primary' | 'success' | 'danger',
): Button => ({
  label: text(label),
  does,
  ...(style ? { style } : {}),
});

export const message = (
  lines: (Text | false | undefined)[],
  buttons: (Button | false | undefined)[] = [],
): Message => ({
  lines: lines.filter((line) => !!line),
  buttons: buttons.filter((b) => !!b),
});

/** A message with details: not to be forwarded or saved (C7). */
export const details = (
  lines: (Text | false | undefined)[],
  buttons: (Button | false | undefined)[] = [],
): Message => ({
  ...message(lines, buttons),
  protect: true,
});

/** A refusal that a person reads; nothing was stored. */
export type Refused = { refused: Text };

export const refuse = (key: TextKey, args?: Record<string, Arg>): Refused => ({ refused: text(key, args) });

export const isRefused = (value: object): value is Refused => 'refused' in value;
