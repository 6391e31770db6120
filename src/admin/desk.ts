import type { Writable } from 'node:stream';
import type { Sql } from 'postgres';
import type { Text } from '../domain/message.ts';
import type { Locale, TextKey } from '../locales/index.ts';
import type { Office } from '../usecases/begin-work.ts';
import type { BackupSettings } from './backup-key.ts';

/** What a subcommand works with; databases are opened, and brought up to date, when they are first asked for. */
export type Desk = {
  locale: Locale;
  say(text: Text): string;
  print(...lines: string[]): void;
  complain(...lines: string[]): void;
  office(): Promise<Office>;
  /** The owner of the tables, above row-level security: backup and restore only. */
  ownerSql(): Promise<Sql>;
  /** The same owner in a database as it stands, not brought up to date: restore only. */
  bareSql(): Promise<Sql>;
  /** What backups are sealed with, unless the line says otherwise. */
  backupSettings(): BackupSettings;
  /** Standard output for bytes, or what stands in the way: a terminal reads it, or npm has written its own lines there. */
  bytesOut(): Writable | 'terminal' | 'npm';
  /** Notes that a backup was made just now, for whoever watches its age. */
  noteBackup(): Promise<void>;
  /** Where the list of those who were erased is kept; undefined: nowhere. */
  erasedList(): string | undefined;
  /** The bot's name without @, as Telegram says it. */
  botName(): Promise<string>;
};

/** 0: done. 1: what was given has errors. 2: the line was wrong. */
export type ExitCode = 0 | 1 | 2;

export type Given = { positionals: string[]; options: Record<string, string | boolean | undefined> };

/** One word after `npm run admin --`. */
export type Subcommand = {
  name: string;
  about: TextKey;
  /** How the line looks, without `npm run admin --`. */
  usage: string;
  /** A line that works. */
  example: string;
  /** How many words without a dash it needs, at least and at most. */
  words: [least: number, most: number];
  options: Record<string, { type: 'string' | 'boolean' }>;
  run(desk: Desk, given: Given): Promise<ExitCode>;
};
