import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignParts } from '../../src/domain/align-parts.ts';

const digits = (part: string): boolean => /^\d+$/.test(part);
const letters = (part: string): boolean => /^[a-z]+$/.test(part);
const never = (): boolean => false;

describe('alignParts', () => {
  it.each<[parts: string[], at: (number | undefined)[], left: number[]]>([
    [['a', '1'], [0, 1], []],
    [['?', 'a', '1'], [1, 2], [0]],
    [['a', '?', '1'], [0, 2], [1]],
    [['a', '1', '?'], [0, 1], [2]],
    [['?', '1'], [0, 1], []],
    [['a', '?'], [0, 1], []],
    [['1'], [undefined, 0], []],
    [['', '1'], [0, 1], []],
    [['a', 'b', '1'], [0, 2], [1]],
    [[], [undefined, undefined], []],
  ])('%j stands at %j, left is %j', (parts, at, left) => {
    expect(alignParts(parts, [letters, digits])).toEqual({ at, left });
  });

  it('leaves its place to what nobody can check', () => {
    expect(alignParts(['a', '?', '1', 'words', 'more'], [letters, digits, never])).toEqual({
      at: [0, 2, 3],
      left: [1, 4],
    });
  });

  it('puts every part that says something into one slot or among what is left, in order', () => {
    const part = fc.constantFrom('', 'a', 'b', '1', '2', '?', '!');
    const slot = fc.constantFrom(letters, digits, never);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), fc.array(slot, { maxLength: 5 }), (parts, slots) => {
        const { at, left } = alignParts(parts, slots);
        const taken = at.filter((one) => one !== undefined);
        expect(taken).toEqual([...taken].sort((a, b) => a - b));
        expect(at).toHaveLength(slots.length);
        const held = [...taken.filter((one) => parts[one] !== ''), ...left].sort((a, b) => a - b);
        expect(held).toEqual([...parts.keys()].filter((one) => parts[one] !== ''));
      }),
    );
  });

  it('moves no other part for one that nothing reads', () => {
    const good = ['a', '1'];
    fc.assert(
      fc.property(fc.nat(2), (place) => {
        const parts = good.toSpliced(place, 0, '?');
        const { at, left } = alignParts(parts, [letters, digits]);
        expect(at.map((one) => parts[one!])).toEqual(good);
        expect(left).toEqual([place]);
      }),
    );
  });
});
