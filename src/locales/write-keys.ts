import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isTerm, type Room, readRooms } from './rooms.ts';

/** The source of keys.ts: the union of all message keys of the Vietnamese rooms, sorted. */
export function keysSource(rooms: readonly Room[] = readRooms()): string {
  const entries = rooms.filter((room) => room.locale === 'vi').flatMap((room) => room.entries);
  const keys = new Set(entries.filter((entry) => !isTerm(entry)).map((entry) => entry.id));
  const lines = [...keys].sort().map((key) => `\n  | '${key}'`);
  return `/** The key of a text. Written by \`npm run keys\` from the Vietnamese texts; not edited by hand. */\nexport type TextKey =${lines.join('')};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('./keys.ts', import.meta.url), keysSource());
}
