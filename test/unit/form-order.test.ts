import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answered,
  aside,
  firstOpen,
  isAnswered,
  onward,
  type Place,
  placed,
  questionBefore,
  settled,
} from '../../src/usecases/form/form-order.ts';

type Data = Record<string, number>;
type Asked = Parameters<typeof firstOpen<Data>>[0][number];

/** A form of any shape: each question may depend on earlier answers, and may make later ones void. */
const aForm = fc
  .array(
    fc.record({
      on: fc.option(fc.record({ at: fc.nat(9), value: fc.nat(2) }), { nil: undefined }),
      voids: fc.option(fc.nat(9), { nil: undefined }),
      isOnce: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((drawn): Asked[] => [
    ...drawn.map(({ on, voids, isOnce }, at): Asked => {
      const dependsOn = on && at > 0 ? `k${on.at % at}` : undefined;
      return {
        name: `q${at}`,
        fills: [`k${at}`],
        isOnce: isOnce && at === 0,
        ...(dependsOn ? { when: (data) => data[dependsOn] === on!.value } : {}),
        ...(voids !== undefined && voids > at && voids < drawn.length ? { resets: [`k${voids}`] } : {}),
      };
    }),
    { name: 'preview', fills: [] },
  ]);

type Move = { way: 'answer' | 'back' | 'edit'; value: number };
const moves = fc.array(
  fc.record({ way: fc.constantFrom('answer', 'answer', 'answer', 'back', 'edit'), value: fc.nat(9) }),
  { maxLength: 40 },
) as fc.Arbitrary<Move[]>;

const open = (steps: Asked[]): Place<Data> => placed(steps, firstOpen(steps, {}), {});
const stepAt = (steps: Asked[], { step }: Place<Data>): Asked => steps.find(({ name }) => name === step)!;

function move(steps: Asked[], at: Place<Data>, { way, value }: Move): Place<Data> {
  const step = stepAt(steps, at);
  if (way === 'back') return questionBefore(steps, at) ?? at;
  if (step.fills.length > 0)
    return onward(steps, at, answered(step, at.data, { [step.fills[0]!]: value % 3 }));
  const gone = steps.filter((one) => isAnswered(one, at.data))[value % steps.length];
  return way === 'edit' && gone ? aside(steps, at, at.data, gone.name) : at;
}

/** Every place of a walk through a form, with the one before it. */
function* walk(steps: Asked[], given: Move[]): Generator<{ from: Place<Data>; at: Place<Data>; by: Move }> {
  let at = open(steps);
  for (const by of given) {
    const from = at;
    at = move(steps, from, by);
    yield { from, at, by };
  }
}

const holds = (check: (steps: Asked[], given: Move[]) => void) =>
  fc.assert(fc.property(aForm, moves, check), { numRuns: 500 });

describe('whatever a form asks and however one walks through it', () => {
  test('nothing stands in the data that the present answers do not allow', () =>
    holds((steps, given) => {
      for (const { at } of walk(steps, given)) {
        const filled = steps.filter((one) => one.when?.(at.data) ?? true).flatMap(({ fills }) => fills);
        expect(filled).toEqual(expect.arrayContaining(Object.keys(at.data)));
      }
    }));

  test('back leads to the question before', () =>
    holds((steps, given) => {
      for (const { from, at, by } of walk(steps, given)) {
        if (by.way === 'back' || at.step === from.step || at.trail.length <= from.trail.length) continue;
        const led = stepAt(steps, from);
        if (led.when && !led.when(at.data)) continue;
        expect(questionBefore(steps, at)?.step).toBe(from.step);
      }
    }));

  test('back any number of times and on again with nothing changed gives the same', () =>
    holds((steps, given) => {
      for (const { at } of walk(steps, given)) {
        if (at.step !== 'preview') continue;
        let back = at;
        for (let left = given.length % 4; left >= 0; left -= 1) back = questionBefore(steps, back) ?? back;
        for (let left = steps.length; left > 0 && back.step !== 'preview'; left -= 1)
          back = onward(steps, back, back.data);
        expect(back).toEqual({ ...at, trail: expect.anything() });
      }
    }));

  test('the last question is reached, by answers or back, only when all that is allowed has its answer', () =>
    holds((steps, given) => {
      for (const { from, at } of walk(steps, given)) {
        if (at.step !== 'preview' || from.step === 'preview') continue;
        const asked = steps.filter((one) => one.fills.length > 0 && (one.when?.(at.data) ?? true));
        expect(asked.filter((one) => !isAnswered(one, at.data))).toEqual([]);
      }
    }));

  test('the way back stays short: through the form, and from its preview through what is edited', () =>
    holds((steps, given) => {
      for (const { at } of walk(steps, given)) expect(at.trail.length).toBeLessThan(2 * steps.length);
    }));
});

describe('what a form was opened with', () => {
  const steps: Asked[] = [
    { name: 'who', fills: ['who'], isFixed: () => true },
    { name: 'secret', fills: ['asked'], isOnce: true },
    { name: 'what', fills: ['what'] },
    { name: 'words', fills: ['words'], isFree: true },
    { name: 'preview', fills: [] },
  ];

  test('is gone back to in order, but for what is fixed or asked once', () => {
    const at = placed(steps, 'preview', { who: 1, what: 1, words: 1 });
    expect(at.trail).toEqual(['what', 'words']);
  });

  test('a free text is edited after the question of secrecy, and back leads to where it was asked from', () => {
    const at = placed(steps, 'preview', { who: 1, what: 1, words: 1 });
    const secret = aside(steps, at, at.data, 'words');
    expect(secret.step).toBe('secret');
    expect(questionBefore(steps, secret)?.step).toBe('preview');
    const words = onward(steps, secret, { ...secret.data, asked: 1 });
    expect(words.step).toBe('words');
    expect(questionBefore(steps, words)?.step).toBe('preview');
    expect(onward(steps, words, words.data)).toEqual({ ...at, data: { ...at.data, asked: 1 } });
  });

  test('another answer makes void what depends on it, the same one does not', () => {
    const step: Asked = { name: 'what', fills: ['what'], resets: ['words'] };
    expect(answered(step, { what: 1, words: 1 }, { what: 2 })).toEqual({ what: 2 });
    expect(answered(step, { what: 1, words: 1 }, { what: 1 })).toEqual({ what: 1, words: 1 });
  });

  test('loses at once what it does not allow', () => {
    const asked: Asked[] = [
      { name: 'kind', fills: ['kind'] },
      { name: 'words', fills: ['words'], when: ({ kind }) => kind !== 1 },
      { name: 'preview', fills: [] },
    ];
    expect(settled(asked, { kind: 1, words: 1, id: 5 })).toEqual({ kind: 1, id: 5 });
  });
});
