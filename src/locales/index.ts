import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import type { TextKey } from './keys.ts';
import { LOCALES, type Locale, readRooms } from './rooms.ts';

export type { TextKey } from './keys.ts';
export type { Locale } from './rooms.ts';
export { LOCALES } from './rooms.ts';

/** Values for the `{$name}` places of a text; whole numbers choose plural forms and are written without grouping. */
export type TextArgs = Readonly<Record<string, string | number>>;

const bundles = loadBundles();
let strict = true;

/** Chooses what a missing key or argument does: throw (strict, the default) or say what can be said. */
export function setStrictTexts(on: boolean): void {
  strict = on;
}

/**
 * A text in a language, plain and without bidirectional isolation characters. Throws when strict and the key or one of
 * its arguments is missing; otherwise falls back to Vietnamese, then to the key, and writes a missing argument as {$name}.
 */
export function say(locale: Locale, key: TextKey, args: TextArgs = {}): string {
  const bundle = [locale, ...LOCALES].map((one) => bundles[one]).find((one) => one.hasMessage(key));
  const pattern = bundle?.getMessage(key)?.value;
  if (strict && (!pattern || bundle !== bundles[locale])) throw new Error(`no text "${key}" in ${locale}`);
  if (!bundle || !pattern) return key;
  const errors: Error[] = [];
  const said = bundle.formatPattern(pattern, withPlainNumbers(args), errors);
  if (strict && errors.length > 0) throw new Error(`cannot say "${key}" in ${locale}`, { cause: errors[0] });
  return said;
}

/** The language for someone without an account: Vietnamese unless their Telegram speaks something else. */
export const localeOfCode = (code = 'vi'): Locale => (code.startsWith('vi') ? 'vi' : 'en');

function withPlainNumbers(args: TextArgs): Record<string, string | FluentNumber> {
  const plain = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
  ]);
  return Object.fromEntries(plain);
}

function loadBundles(): Record<Locale, FluentBundle> {
  const vi = new FluentBundle('vi', { useIsolating: false });
  const en = new FluentBundle('en', { useIsolating: false });
  const loaded = { vi, en };
  for (const room of readRooms()) loaded[room.locale].addResource(new FluentResource(room.source));
  return loaded;
}
