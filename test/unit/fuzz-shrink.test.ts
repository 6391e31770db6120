import { expect, test } from 'vitest';
import { parseOptions } from '../fuzz/options.ts';
import { openRandom } from '../fuzz/random.ts';
import { shrink } from '../fuzz/shrink.ts';

test('what is left of an update is what the fault needs', async () => {
  const update = {
    update_id: 5,
    message: { chat: { id: 1, type: 'private' }, text: 'abcdeXfghij', entities: [1, { type: 'bold' }] },
    extra: true,
  };
  const isFaulty = async (one: Record<string, unknown>) =>
    String((one.message as { text?: string } | undefined)?.text).includes('X');
  expect(await shrink(update, isFaulty)).toEqual({ update_id: 5, message: { text: 'X' } });
});

test('an update that needs all of itself stays as it is', async () => {
  const update = { update_id: 5, poll: { id: 'x' } };
  expect(await shrink(update, async () => false)).toBe(update);
});

test('the same seed and stream draw the same; another stream does not', () => {
  const draw = (seed: number, stream: number) => {
    const random = openRandom(seed, stream);
    return Array.from({ length: 20 }, () => random.below(1_000));
  };
  expect(draw(7, 1)).toEqual(draw(7, 1));
  expect(draw(7, 1)).not.toEqual(draw(7, 2));
});

test.each([
  ['nothing', [], { ok: true, options: { seed: undefined, updates: 100_000 } }],
  ['both', ['--seed', '7', '--updates', '20'], { ok: true, options: { seed: 7, updates: 20 } }],
])('%s on the command line', (_, args, expected) => expect(parseOptions(args)).toEqual(expected));

test('what is no option is said with how to use it', () => {
  expect(parseOptions(['--seed', 'x'])).toMatchObject({ ok: false });
  expect(parseOptions(['--forever'])).toMatchObject({
    ok: false,
    error: expect.stringContaining('--updates N'),
  });
});
