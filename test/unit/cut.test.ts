import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, cut } from '../../src/domain/cut.ts';

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const typed = fc.string({ unit: 'grapheme', maxLength: 60 });
const most = fc.integer({ min: 1, max: 40 });

test('what is cut is the beginning, no longer than asked, and never ends within a sign', () => {
  fc.assert(
    fc.property(typed, most, (text, n) => {
      const short = cut(text, n);
      expect(text.startsWith(short)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(n);
      expect(short).not.toMatch(LONE);
      expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, n - 1));
    }),
  );
});

test('what is clipped shows so many signs, and says by an ellipsis that more follows', () => {
  fc.assert(
    fc.property(typed, most, (text, n) => {
      const signs = Array.from(text);
      expect(clip(text, n)).toBe(signs.length > n ? `${signs.slice(0, n).join('')}…` : text);
    }),
  );
});
