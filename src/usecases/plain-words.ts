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
    if ('lower' in arg) return words(arg.lower);
    if ('strong' in arg) return plainArg(arg.strong);
    if ('day' in arg || 'date' in arg) return day('day' in arg ? arg.day : arg.date);
    if ('window' in arg || 'days' in arg) {
      const [from, to] = 'window' in arg ? arg.window : arg.days;
      return `${day(from)} – ${day(to, -1)}`;
    }
    const instant = 'instant' in arg ? arg.instant : 'near' in arg ? arg.near : arg.dated;
    const at = DateTime.fromISO(instant, { zone: ZONE });
    return at.toFormat("HH'h'mm dd/MM/yyyy");
  };
  return words;
}

const day = (iso: string, plus = 0): string =>
  DateTime.fromISO(iso, { zone: ZONE }).plus({ days: plus }).toFormat('dd/MM/yyyy');
