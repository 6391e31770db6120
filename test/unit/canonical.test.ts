import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalValue, canonical } from '../../src/domain/canonical.ts';

const anyValue = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

function reversed(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}

describe('canonical', () => {
  it.each<[CanonicalValue, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 10: 1, 9: 2, Ă: 3, a: 4, B: 5 }, '{"10":1,"9":2,"B":5,"a":4,"Ă":3}'],
    ['uỷ'.normalize('NFD'), JSON.stringify('uỷ'.normalize('NFD'))],
    ['a"\n\ud800', '"a\\"\\n\\ud800"'],
    [-5, '-5'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [{}, '{}'],
    [[], '[]'],
  ])('%j is written %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  const loop: Record<string, unknown> = {};
  loop.self = loop;
  it.each<[string, unknown, string]>([
    ['a float', { a: [0, 1.5] }, '$.a[1]'],
    ['NaN', Number.NaN, '$'],
    ['infinity', { n: Number.POSITIVE_INFINITY }, '$.n'],
    ['an unsafe integer', 2 ** 53, '$'],
    ['minus zero', -0, '$'],
    ['undefined', { a: undefined }, '$.a'],
    ['a hole', new Array(1), '$[0]'],
    ['a bigint', 1n, '$'],
    ['a function', () => 1, '$'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a symbol key', { [Symbol('s')]: 1 }, '$'],
    ['a loop', loop, '$.self'],
  ])('refuses %s and names its place', (_, value, place) => {
    expect(() => canonical(value as CanonicalValue)).toThrow(TypeError);
    expect(() => canonical(value as CanonicalValue)).toThrow(`cannot hold ${place}:`);
  });

  it('is one text for one value, whatever the order of its keys', () => {
    fc.assert(fc.property(anyValue, (value) => canonical(reversed(value)) === canonical(value)));
  });

  it('reads back as the value it was written from', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text) as CanonicalValue)).toBe(text);
      }),
    );
  });
});
