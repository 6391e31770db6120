import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldQuery, nfc, similar } from '../../src/domain/fold.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'TtƯưUuWwỷyủtrungươnguongtỉnhdđĐð .-/;Σσςİﬁ½'.split(''),
      '\u0301',
      '\u031b',
      '\u200b',
    ),
  }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
);

describe('nfc', () => {
  it.each([
    ['Tỉnh uỷ'.normalize('NFD'), 'Tỉnh uỷ'],
    ['  Chi\u00a0bộ\t\nY  ', 'Chi bộ Y'],
    ['Chi\u200b bộ\ufeff Y\u202e', 'Chi bộ Y'],
    ['Chi bo\u200b\u0323\u0302', 'Chi bộ'],
    ['a\u0000b\u0007c\u00add', 'abcd'],
    ['\u2066שלום\u2069', 'שלום'],
    ['\u3164\u2800', ''],
    ['x\ud800y', 'xy'],
  ])('%j is stored as %j', (given, expected) => {
    expect(nfc(given)).toBe(expected);
  });

  it('is idempotent and the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(nfc(nfc(text))).toBe(nfc(text));
        expect(nfc(text.normalize('NFD'))).toBe(nfc(text.normalize('NFC')));
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['Uỷ ban', 'Ủy ban'],
    ['hoà bình', 'hòa bình'],
    ['Đảng bộ Công an', 'dang bo cong an'],
    ['Ðảng bộ', 'đảng bộ'],
    ['TƯ', 'Trung ương'],
    ['T.Ư', 'TW'],
    ['T. Ư', 'T.W.'],
    ['trung uong', 'tư'],
    ['UBKTTƯ', 'UBKTTW'],
    ['Tỉnh ủy', 'TU'],
    ['tinh uy', 'T.U'],
    ['Ｕ Ｂ', 'u b'],
    ['05-BC/UBKTTU', '05 bc ubkttu'],
    ['Sở Tư pháp', 'so tu phap'],
    ['Kế hoạch và Đầu tư', 'ke hoach va dau tu'],
    ['thứ Tư', 'thu tu'],
    ['Nguyễn Văn Tư', 'nguyen van tu'],
  ])('%j is found by %j', (left, right) => {
    expect(fold(left)).toBe(fold(right));
  });

  it.each([
    ['TƯ', 'TU'],
    ['Trung ương', 'Tỉnh uỷ'],
    ['UBKTTW', 'UBKTTU'],
    ['UBKTTƯ', 'UBKTTU'],
    ['UBKT T.Ư', 'UBKT Tỉnh uỷ'],
  ])('%j is kept apart from %j', (left, right) => {
    expect(fold(left)).not.toBe(fold(right));
  });

  it('names the two bodies by one token each', () => {
    expect(fold('Đảng uỷ Công an Trung ương')).toBe('dang uy cong an tw');
    expect(fold('UBKT Tỉnh uỷ')).toBe('ubkt tu');
  });

  it('is idempotent, never throws, and is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('foldQuery', () => {
  it.each(['tu', 'TU', ' Tu ', 't.u', 't\u200bu', 'ubkt tu', 'Văn phòng tu', 'uy ban kiem tra tu'])(
    '%j asks which body is meant',
    (text) => {
      expect(foldQuery(text)).toEqual({ kind: 'ask', part: 'tu' });
    },
  );

  it.each([
    ['tư', ['tw']],
    ['TW', ['tw']],
    ['Tỉnh uỷ', ['tu']],
    ['UBKT TU', ['ubkt', 'tu']],
    ['104-QĐ/TU', ['104', 'qd', 'tu']],
    ['dau tu', ['dau', 'tu']],
    ['nguyen van tu', ['nguyen', 'van', 'tu']],
    ['Chi bộ chi bo', ['chi', 'bo']],
    ['  ', []],
  ])('%j looks for %j', (text, terms) => {
    expect(foldQuery(text)).toEqual({ kind: 'ok', terms });
  });

  it('never throws and yields terms that are folded already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = foldQuery(text);
        if (query.kind === 'ok') expect(query.terms.map(fold)).toEqual(query.terms);
      }),
    );
  });
});

describe('similar', () => {
  it.each([
    ['kiểm tra', 'kiem tar'],
    ['Chi bộ Kế hoạch', 'chi bo ke hoac'],
    ['/traodoi', 'traodoii'],
    ['Uỷ ban', 'ủy ban'],
  ])('%j may have meant %j', (a, b) => {
    expect(similar(a, b)).toBe(true);
    expect(similar(b, a)).toBe(true);
  });

  it.each([
    ['UBKT TW', 'UBKT TU'],
    ['UBKTTW', 'UBKTTU'],
    ['TƯ', 'TU'],
    ['abc', 'abd'],
    ['kiểm tra', 'giám sát'],
    ['', 'a'],
  ])('%j is not taken for %j', (a, b) => {
    expect(similar(a, b)).toBe(false);
  });
});
