import { expect, test } from 'vitest';
import { parseOptions } from '../bench/options.ts';
import { missing, repeated } from '../bench/tally.ts';

const known = ['broadcast-paced', 'memory'];
const usual = { json: false, names: [], rounds: 3, chats: undefined };

test.each([
  [[], usual],
  [['--json'], { ...usual, json: true }],
  [['memory', '--json'], { ...usual, json: true, names: ['memory'] }],
  [
    ['--rounds', '1', '--chats', '600', 'memory', 'broadcast-paced'],
    { ...usual, rounds: 1, chats: 600, names: ['memory', 'broadcast-paced'] },
  ],
])('%j is understood', (args, options) => {
  expect(parseOptions(args, known)).toEqual({ ok: true, options });
});

test.each([
  [['speed'], 'speed is none of broadcast-paced, memory'],
  [['--rounds'], '--rounds takes a whole number'],
  [['--rounds', '0'], '--rounds takes a whole number'],
  [['--chats', 'many'], '--chats takes a whole number'],
  [['--verbose'], '--verbose is none of'],
])('%j is refused with what is wrong and a line that works', (args, error) => {
  const parsed = parseOptions(args, known);
  expect(parsed).toEqual({ ok: false, error: expect.stringContaining(error) });
  expect(parsed).toEqual({ ok: false, error: expect.stringContaining('npm run bench -- ') });
});

test('a chat without a message is lost; every message after the first is one too many', () => {
  const counts = new Map([
    [1, 1],
    [2, 3],
    [4, 2],
  ]);
  expect(missing([1, 2, 3, 4, 5], counts)).toEqual([3, 5]);
  expect(repeated(counts)).toEqual([
    { chatId: 2, extra: 2 },
    { chatId: 4, extra: 1 },
  ]);
});
