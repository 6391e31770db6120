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
  [['chair'], 8],
  [['vice', 'observer'], 8],
  [['secretary'], 8],
  [['member', 'secretary'], 8],
  [['chair', 'secretary'], MENU.length],
  [[], 4],
])('with the roles %j the menu has %i commands', (roles, count) => {
  expect(commandsFor(roles, 'vi')).toHaveLength(count);
  expect(commandsFor(roles, 'en')).toHaveLength(count);
});

test("a chair's menu holds what a chair may open, a đầu mối's the ledger, the reports and the plan by their names", () => {
  const labels = commandsFor(['secretary'], 'vi').map(({ description }) => description);
  expect(labels).toEqual(expect.arrayContaining(['Sổ trao đổi', 'Báo cáo, kế hoạch năm']));
  const shown = (role: Role) => commandsFor([role], 'vi').map(({ command }) => command);
  expect(shown('chair').slice(4)).toEqual(['traodoi', 'baocao', 'nhatky', 'quanly']);
  expect(shown('secretary').slice(4)).toEqual(['taomoi', 'traodoi', 'baocao', 'quanly']);
});

test('the menu speaks the language of its reader, within what Telegram takes', () => {
  expect(commandsFor(['member'], 'vi')[0]).toEqual({ command: 'viec', description: 'Việc chờ xử lý' });
  expect(commandsFor(['member'], 'en')[0]).toEqual({ command: 'todo', description: 'What waits for me' });
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
  for (const { name, alias } of MENU) expect(answered).toEqual(expect.arrayContaining([name, alias]));
});
