import { DateTime } from 'luxon';
import type { Arg, Text } from '../domain/message.ts';
import { type Locale, say, type TextKey } from '../locales/index.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Texts as plain lines in a language. */
export function wordsIn(locale: Locale): (text: Text) => string {
  const words = ({ key, args = {} }: Text): string => {
    const plain = Object.entries(args).map(([name, arg]) => [name, plainArg(arg)]);
    return say(locale, key as TextKey, Object.fromEntries(plain));
  };
  const plainArg = (arg: Arg): string | number => {
    if (typeof arg !== 'object') return arg;
    if ('key' in arg) return words(arg);
    if ('day' in arg) return day(arg.day);
    if ('window' in arg) return `${day(arg.window[0])} – ${day(arg.window[1], -1)}`;
    const at = DateTime.fromISO('instant' in arg ? arg.instant : arg.near, { zone: ZONE });
    return at.toFormat("HH'h'mm dd/MM/yyyy");
  };
  return words;
}

const day = (iso: string, plus = 0): string =>
  DateTime.fromISO(iso, { zone: ZONE }).plus({ days: plus }).toFormat('dd/MM/yyyy');
