import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { organisationWords, writtenOut } from '../../src/domain/vocabulary.ts';

describe('writtenOut', () => {
  it.each([
    ['CB PC02', 'chi bo pc02'],
    ['cb PC02, ĐB CAT', 'chi bo pc02 dang bo cong an tinh'],
    ['UBKT ĐU CAT', 'uy ban kiem tra dang uy cong an tinh'],
    ['UBKT Đảng uỷ Công an Trung ương', 'uy ban kiem tra dang uy cong an tw'],
    ['UBKT ĐU CATW', 'uy ban kiem tra dang uy cong an tw'],
    ['UBKT TU', 'uy ban kiem tra tu'],
    ['Uỷ ban Kiểm tra Tỉnh ủy', 'uy ban kiem tra tu'],
    ['gscd', 'giam sat chuyen de'],
    ['KT, GS', 'kiem tra giam sat'],
    ['', ''],
  ])('%j is %j', (text, words) => {
    expect(writtenOut(text)).toBe(words);
  });

  it('writes out whole words only', () => {
    expect(writtenOut('gscdx pcb kts')).toBe('gscdx pcb kts');
  });

  it('keeps Trung ương and Tỉnh uỷ apart', () => {
    expect(writtenOut('UBKT T.Ư')).not.toBe(writtenOut('UBKT TU'));
  });

  it('says the same of a text and of its folded words, and twice the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(writtenOut(fold(text))).toBe(writtenOut(text));
        expect(writtenOut(writtenOut(text))).toBe(writtenOut(text));
      }),
    );
  });
});

describe('organisationWords', () => {
  it('takes the committee for its organisation', () => {
    expect(organisationWords('Đảng uỷ CAT')).toBe(organisationWords('Đảng bộ Công an tỉnh'));
    expect(organisationWords('ĐU xã X')).toBe(organisationWords('ĐB xã X'));
  });
});
