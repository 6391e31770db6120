import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';

/** The languages people read, Vietnamese first. */
export const LOCALES = ['vi', 'en'] as const;

/** A language people read. */
export type Locale = (typeof LOCALES)[number];

/** A file of texts of one locale; `entries` are the messages and terms that could be read from its source. */
export interface Room {
  locale: Locale;
  name: string;
  source: string;
  entries: FluentResource['body'];
}

/** A room from its source; what Fluent cannot read is left out of its entries without an error. */
export function makeRoom(locale: Locale, name: string, source: string): Room {
  return { locale, name, source, entries: new FluentResource(source).body };
}

/** Every room of every locale, in order of name. */
export function readRooms(): Room[] {
  return LOCALES.flatMap((locale) => {
    const folder = new URL(`./${locale}/`, import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.ftl'));
    return names.sort().map((name) => makeRoom(locale, name, readFileSync(new URL(name, folder), 'utf8')));
  });
}

/** Whether an entry is a term: part of other texts, never said alone. */
export const isTerm = (entry: { id: string }): boolean => entry.id.startsWith('-');
