import { describe, expect, it } from 'vitest';
import { sideNamed } from '../../src/domain/side-named.ts';

const NAMES = {
  a: ['Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh X', 'UBKT ĐU Công an tỉnh'],
  b: ['Uỷ ban Kiểm tra Tỉnh uỷ X', 'UBKT Tỉnh uỷ'],
};

describe('sideNamed', () => {
  it.each([
    ['UBKT ĐU CAT', 'a'],
    ['UBKT Đảng uỷ Công an tỉnh X', 'a'],
    ['ubkt du cat', 'a'],
    ['Đảng uỷ Công an', 'a'],
    ['Công an tỉnh', 'a'],
    ['UBKT TU', 'b'],
    ['UBKT Tỉnh ủy X', 'b'],
    ['TU', 'b'],
    ['Uỷ ban ta', 'b'],
    ['bên kia', 'a'],
  ] as const)('%j names side %s', (typed, side) => {
    expect(sideNamed(typed, NAMES, 'b')).toBe(side);
  });

  it.each(['UBKT', 'UBKT tỉnh', 'tỉnh', 'UBKT TW', 'UBKT Tỉnh uỷ Y', 'UBKT ĐU CAT Y', '', ';'])(
    '%j names neither',
    (typed) => {
      expect(sideNamed(typed, NAMES, 'b')).toBeUndefined();
    },
  );

  it('names neither where both bear the words', () => {
    const pair = { a: ['UBKT ĐU CATW'], b: ['UBKT ĐU CAT'] };
    expect(sideNamed('UBKT ĐU CA', pair, 'a')).toBeUndefined();
    expect(sideNamed('UBKT Đảng uỷ Công an Trung ương', pair, 'b')).toBe('a');
  });
});
