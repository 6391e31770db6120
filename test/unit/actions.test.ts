import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { count, flag, id, words } from '../../src/usecases/actions/args.ts';
import { ACTIONS, type ActionName, act, argsOf, MOST_BYTES } from '../../src/usecases/actions/index.ts';

const NAMES = Object.keys(ACTIONS) as ActionName[];
const LARGEST = 999_999_999;

/** Words that an action bears, at their longest: what is longer is not put into a button, see kept() of the search. */
const LONGEST: Record<string, string> = {
  'xl.days': '20260101-20261231',
  'xl.after': `20260101-${LARGEST}`,
  'f.step': 'subject-words',
  'f.value': `${LARGEST}~9999`,
  'tim.words': 'x'.repeat(40),
  'timtu.words': 'x'.repeat(40),
};

/** Values of one argument; `inWords`: what free words may be. */
function valuesOf(schema: unknown, inWords: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return valuesOf(schema.unwrap(), inWords);
  if (schema === id) return fc.integer({ min: 1, max: LARGEST });
  if (schema === count) return fc.integer({ min: 0, max: LARGEST });
  if (schema === flag) return fc.boolean();
  if (schema === words) return inWords;
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  throw new Error('an argument of a kind that this test does not know');
}

const argsFor = (name: ActionName, inWords: fc.Arbitrary<string>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(ACTIONS[name]).map(([key, schema]) => [key, valuesOf(schema, inWords)]),
    ),
  );

const actAny = act as (name: ActionName, args: unknown) => string;

describe('the data of a button', () => {
  test.each(NAMES)('%s: comes back as it went, to this action and to no other', (name) => {
    fc.assert(
      fc.property(argsFor(name, fc.stringMatching(/^[a-z0-9-]{1,8}$/)), (args) => {
        const data = actAny(name, args);
        expect(NAMES.filter((one) => argsOf(one, data) !== undefined)).toEqual([name]);
        expect(argsOf(name, data)).toEqual(args);
      }),
      { numRuns: 30 },
    );
  });

  test('is within what Telegram keeps, with the largest numbers and the longest words', () => {
    const longest = (name: ActionName, key: string, schema: unknown): unknown => {
      if (schema instanceof z.ZodOptional) return longest(name, key, schema.unwrap());
      if (schema === words) return LONGEST[`${name}.${key}`] ?? '20260101';
      if (schema instanceof z.ZodEnum)
        return schema.options.toSorted((a, b) => String(b).length - String(a).length)[0];
      return schema === flag ? true : LARGEST;
    };
    for (const name of NAMES) {
      const args = Object.entries(ACTIONS[name]).map(([key, schema]) => [key, longest(name, key, schema)]);
      expect(Buffer.byteLength(actAny(name, Object.fromEntries(args))), name).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  test('that would be too long is a bug at its button, not a message that Telegram refuses', () => {
    expect(() => act('timtu', { words: 'ấ'.repeat(30) })).toThrow(RangeError);
    expect(() => act('card', { id: 0 })).toThrow();
  });

  test('of any other kind is no action of ours', () => {
    fc.assert(
      fc.property(fc.string(), (data) => {
        for (const name of NAMES) argsOf(name, data);
      }),
    );
    const forged = [
      'card',
      'card.',
      'card.0',
      'card.-1',
      'card.1e3',
      'card.1.2',
      'plan.mine.1',
      'feed.show.x',
    ];
    for (const data of [...forged, 'constructor', '__proto__.1', 'xack.1.lost', 'handover.ask.1.2.9'])
      expect([data, NAMES.filter((name) => argsOf(name, data) !== undefined)]).toEqual([data, []]);
  });
});

test('each button that stood in the chats of an older version is still one of one action', () => {
  const chats = readFileSync(new URL('../fixtures/life/chats.json', import.meta.url), 'utf8');
  const standing = new Set(
    [...chats.matchAll(/"(?:callback_)?data":\s*"([a-z]+(?:\.[^"]*)?)"/g)].map(([, data]) => data!),
  );
  expect(standing.size).toBeGreaterThan(500);
  const unread = [...standing].filter(
    (data) => NAMES.filter((name) => argsOf(name, data) !== undefined).length !== 1,
  );
  expect(unread).toEqual([]);
});

test('data are made by act alone: nothing else says that a text is the data of a button', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const claiming = ['src', 'commands', 'jobs'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /\bas (?:unknown as )?ActionData\b/.test(readFileSync(join(root, room, name), 'utf8')),
      )
      .map((name) => join(room, name)),
  );
  expect(claiming).toEqual(['src/usecases/actions/index.ts']);
});
