import { describe, expect, it } from 'vitest';
import { kindIn } from '../../src/domain/kind-words.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { LOCALES, say } from '../../src/locales/index.ts';
import { kindNames } from '../../src/usecases/plan/plan-words.ts';

const names = kindNames();

describe('kindIn', () => {
  it.each([
    ['gscd', 'thematic_supervision'],
    ['GSCĐ', 'thematic_supervision'],
    ['GS chuyên đề', 'thematic_supervision'],
    ['giam sat chuyen de', 'thematic_supervision'],
    ['ktch', 'compliance'],
    ['KT chấp hành', 'compliance'],
    ['kiểm tra DHVP', 'signs_of_violation'],
    ['gstx', 'regular_supervision'],
    ['tài chính', 'party_finance'],
    ['KT nhiệm vụ KT, GS', 'inspection_work'],
    ['tố cáo', 'denunciation'],
  ])('%j is %s and leaves nothing over', (typed, kind) => {
    expect(kindIn(typed, names)).toEqual({ kind, left: '' });
  });

  it.each(['KT', 'GS', 'KT, GS', 'kiểm tra', 'giám sát', 'kiểm tra, giám sát', 'cuộc KT', '', 'đảng'])(
    '%j alone is no kind',
    (typed) => {
      expect(kindIn(typed, names)).toBeUndefined();
    },
  );

  it.each(['Đảng bộ Sở Tài chính', 'Chi bộ Tố Cáo', 'gscdx', 'xem xét'])('%j is no kind', (typed) => {
    expect(kindIn(typed, names)).toBeUndefined();
  });

  it('says what stands beside a kind', () => {
    expect(kindIn('kiểm tra chấp hành Chỉ thị 05', names)).toEqual({
      kind: 'compliance',
      left: 'Chỉ thị 05',
    });
  });

  it('reads every kind by its name in both languages', () => {
    for (const kind of KIND_KEYS)
      for (const locale of LOCALES)
        expect(kindIn(say(locale, `kind-${kind}`), names)).toEqual({ kind, left: '' });
  });
});
