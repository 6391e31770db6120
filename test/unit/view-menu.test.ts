import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { MENU } from '../../commands/menu.ts';
import { commandsFor } from '../../commands/menu-for.ts';
import type { Role } from '../../src/domain/side.ts';
import { SHORTCUTS } from '../../src/usecases/view/shortcuts.ts';

const COMMANDS = fileURLToPath(new URL('../../commands', import.meta.url));

test.each<[Role[], number]>([
  [['member'], 4],
  [['chair'], 4],
  [['vice', 'observer'], 4],
  [['secretary'], MENU.length],
  [['member', 'secretary'], MENU.length],
  [[], 4],
])('with the roles %j the menu has %i commands', (roles, count) => {
  expect(commandsFor(roles, 'vi')).toHaveLength(count);
  expect(commandsFor(roles, 'en')).toHaveLength(count);
});

test('the menu speaks the language of its reader, within what Telegram takes', () => {
  expect(commandsFor(['member'], 'vi')[0]).toEqual({ command: 'viec', description: 'Việc của tôi' });
  expect(commandsFor(['member'], 'en')[0]).toEqual({ command: 'todo', description: 'My tasks' });
  for (const locale of ['vi', 'en'] as const)
    for (const { command, description } of commandsFor(['secretary'], locale)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(256);
    }
});

test('every shortcut that the help names is answered by a command, in both languages', () => {
  const sources = readdirSync(COMMANDS).map((name) => readFileSync(join(COMMANDS, name), 'utf8'));
  const lists = sources.flatMap((source) =>
    [...source.matchAll(/\.command\((\[[^\]]*\]|'[^']*')/g)].map((match) => match[1]!),
  );
  const answered = lists.flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]!));
  for (const { name, alias } of SHORTCUTS) expect(answered).toEqual(expect.arrayContaining([name, alias]));
  for (const { name, alias } of MENU.slice(0, 4))
    expect(answered).toEqual(expect.arrayContaining([name, alias]));
});
