import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanced, balancedWithin } from '../../src/documents/line-breaks.ts';

describe('a heading is broken', () => {
  test.each([
    ['về việc đề nghị phối hợp giám sát chuyên đề', ['về việc đề nghị phối hợp', 'giám sát chuyên đề']],
    [
      'về việc đề nghị phối hợp kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát',
      ['về việc đề nghị phối hợp kiểm tra việc', 'thực hiện nhiệm vụ kiểm tra, giám sát'],
    ],
    [
      'về việc kết thúc giám sát đối với Chi bộ Phòng Hậu cần',
      ['về việc kết thúc giám sát', 'đối với Chi bộ Phòng Hậu cần'],
    ],
    [
      'về việc đề nghị điều chỉnh (lần 1) cuộc giám sát',
      ['về việc đề nghị điều chỉnh', '(lần 1) cuộc giám sát'],
    ],
    ['về việc kết thúc cuộc giám sát', ['về việc kết thúc cuộc giám sát']],
  ])('%s', (text, lines) => {
    expect(balanced(text, 40)).toEqual(lines);
  });

  test('with an issuer’s name in capitals between its words', () => {
    expect(balanced('ĐẢNG UỶ CÔNG AN THÀNH PHỐ HỒ CHÍ MINH', 24)).toEqual([
      'ĐẢNG UỶ CÔNG AN',
      'THÀNH PHỐ HỒ CHÍ MINH',
    ]);
  });
});

const words = fc.array(
  fc.constantFrom(
    'a',
    'với',
    'về việc',
    'kiểm tra',
    'giám sát',
    'đối với',
    'Phòng',
    'nghiêng',
    'x'.repeat(30),
  ),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('any heading', () => {
  test('keeps its words, and no line is longer than it may be unless one word is', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 64 }), (list, longest) => {
        const lines = balanced(list.join(' '), longest);
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(line.length <= longest || list.includes(line)).toBe(true);
      }),
    );
  });

  test('leaves no word alone on its last line where the one before fits beside it', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 64 }), (list, longest) => {
        const lines = balanced(list.join(' '), longest);
        const [before, last] = [lines.at(-2), lines.at(-1)!];
        if (before === undefined || !before.includes(' ') || last !== list.at(-1)) return;
        const moved = list.at(-2)!;
        expect(before === moved || `${moved} ${last}`.length > longest).toBe(true);
      }),
    );
  });

  test('has at most so many lines; of a longer one the beginning stands, with an ellipsis', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 5 }), (list, most) => {
        const text = list.join(' ');
        const lines = balancedWithin(text, 40, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        const shown = lines.join(' ');
        expect(shown === text || text.startsWith(shown.replace(/…$/u, ''))).toBe(true);
      }),
    );
  });
});
