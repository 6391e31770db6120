import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortNames } from '../../src/domain/short-names.ts';

describe('names on buttons', () => {
  test.each([
    [
      'short ones as they are, without what they lie in',
      ['Chi bộ Y, Đảng bộ Công an tỉnh', 'Chi bộ Z'],
      ['Chi bộ Y', 'Chi bộ Z'],
    ],
    [
      'long ones that begin alike by what tells them apart',
      [
        'Chi bộ Phòng Cảnh sát hình sự, Đảng bộ Công an tỉnh',
        'Chi bộ Phòng Cảnh sát giao thông, Đảng bộ Công an tỉnh',
        'Chi bộ Y, Đảng bộ Công an tỉnh',
      ],
      ['… hình sự', '… giao thông', 'Chi bộ Y'],
    ],
    [
      'agreements of one committee by the other',
      ['UBKT ĐU Công an Trung ương – Tỉnh uỷ An Giang', 'UBKT ĐU Công an Trung ương – Thành uỷ Huế'],
      ['… Tỉnh uỷ An Giang', '… Thành uỷ Huế'],
    ],
    [
      'a short one among them in full, one that nothing shortens with its end cut',
      ['Chi bộ Y', 'Chi bộ Phòng Quản lý xuất nhập cảnh'],
      ['Chi bộ Y', '… Phòng Quản lý xuấ…'],
    ],
    ['a long one alone from its start', ['Chi bộ Phòng Cảnh sát hình sự'], ['Chi bộ Phòng Cảnh s…']],
    [
      'the same twice, from its start',
      ['Chi bộ Phòng Cảnh sát hình sự', 'Chi bộ Phòng Cảnh sát hình sự'],
      ['Chi bộ Phòng Cảnh s…', 'Chi bộ Phòng Cảnh s…'],
    ],
    ['none', [], []],
  ])('%s', (_, names, short) => {
    expect(shortNames(names)).toEqual(short);
  });

  test('are never empty, never too long, and as many as were given', () => {
    const word = fc.stringMatching(/^[a-zđạ]{1,12}$/u);
    const name = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const short = shortNames(names);
        expect(short).toHaveLength(names.length);
        for (const one of short) {
          expect(Array.from(one).length).toBeLessThanOrEqual(20);
          expect(one).toMatch(/[a-zđạ]/u);
        }
      }),
    );
  });
});
