import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES, insistedSymbol, parseSymbol } from '../../src/domain/symbol.ts';

describe('parseSymbol', () => {
  it.each([
    ['05-BC/UBKTTU', '05-BC/UBKTTU'],
    ['104-QĐ/ĐUCA', '104-QĐ/ĐUCA'],
    ['885-QĐ/UBKTTW', '885-QĐ/UBKTTW'],
    ['07-QĐi/TW', '07-QĐi/TW'],
    ['5-BC/UBKTTU', '05-BC/UBKTTU'],
    ['005-bc/UBKTTU', '05-BC/UBKTTU'],
    ['Số 05-BC/UBKTTU', '05-BC/UBKTTU'],
    ['7-qđi/tw', '07-QĐi/TW'],
    ['7-QĐI/TW', '07-QĐi/TW'],
    ['12-ctr/ĐUCA', '12-CTr/ĐUCA'],
    ['05 – BC / UBKTTU', '05-BC/UBKTTU'],
    ['05—BC∕UBKT TU', '05-BC/UBKTTU'],
    ['05-BC/UBKT Tỉnh uỷ', '05-BC/UBKTTU'],
    ['05-BC/UBKT Tỉnh ủy', '05-BC/UBKTTU'],
    ['885-QĐ/UBKTTƯ', '885-QĐ/UBKTTW'],
    ['885-QĐ/UBKTT.Ư', '885-QĐ/UBKTTW'],
    ['885-QĐ/UBKT Trung ương', '885-QĐ/UBKTTW'],
    ['104-QÐ/ÐUCA', '104-QĐ/ĐUCA'],
    ['104-QĐ/ĐUCA'.normalize('NFD'), '104-QĐ/ĐUCA'],
    ['１０４-QĐ/ĐUCA', '104-QĐ/ĐUCA'],
    ['12345-CV/VPTW', '12345-CV/VPTW'],
    ['05-BC/UBKTTU, ngày 05/02/2026', '05-BC/UBKTTU'],
    ['05-BC/BTCTU-UBKT', '05-BC/BTCTU-UBKT'],
  ])('%j is written %s', (text, symbol) => {
    expect(parseSymbol(text)).toMatchObject({ kind: 'ok', symbol, warnings: [] });
  });

  it('gives the parts of a symbol', () => {
    expect(parseSymbol('5-qđ/đuca')).toEqual({
      kind: 'ok',
      symbol: '05-QĐ/ĐUCA',
      number: 5,
      type: 'QĐ',
      issuer: 'ĐUCA',
      warnings: [],
    });
  });

  it.each([
    ['', 'empty', '', undefined],
    [' \u200b ', 'empty', '', undefined],
    ['Số: 05-BC/UBKTTU', 'colon', 'Số:', '05-BC/UBKTTU'],
    ['so : 5-qd/ĐUCA', 'colon', 'so :', '05-QĐ/ĐUCA'],
    ['BC/UBKTTU', 'no-number', 'BC/UBKTTU', undefined],
    ['00-BC/UBKTTU', 'no-number', '00-BC/UBKTTU', undefined],
    ['123456-BC/UBKTTU', 'no-number', '123456-BC/UBKTTU', undefined],
    ['05/UBKTTU', 'no-type', '/UBKTTU', undefined],
    ['05', 'no-type', '', undefined],
    ['05-/UBKTTU', 'no-type', '-/UBKTTU', undefined],
    ['104-QD/ĐUCA', 'unknown-type', 'QD', '104-QĐ/ĐUCA'],
    ['7-qdi/TW', 'unknown-type', 'qdi', '07-QĐi/TW'],
    ['05-DA/TW', 'unknown-type', 'DA', '05-ĐA/TW'],
    ['05-XY/TW', 'unknown-type', 'XY', undefined],
    ['05-BC', 'no-issuer', '-BC', undefined],
    ['05-BC/', 'no-issuer', '-BC/', undefined],
    ['05/BC-UBKTTU', 'separators', '05/BC-UBKTTU', '05-BC/UBKTTU'],
    ['05 BC UBKTTU', 'separators', '05 BC UBKTTU', '05-BC/UBKTTU'],
    ['05BC/UBKTTU', 'separators', '05BC/UBKTTU', '05-BC/UBKTTU'],
    ['104-QĐ/DUCA', 'unaccented-issuer', 'DUCA', '104-QĐ/ĐUCA'],
    ['05-BC/UBKT<b>', 'characters', 'UBKT<b>', undefined],
    ['05-BC/...', 'characters', '...', undefined],
    ['05-QD/ubkttu', 'unknown-type', 'QD', undefined],
    [`05-BC/${'A'.repeat(60)}`, 'too-long', `05-BC/${'A'.repeat(54)}`, undefined],
  ])('%j is refused: %s', (text, why, part, suggestion) => {
    const refused = { kind: 'refused', why, part, ...(suggestion ? { suggestion } : {}) };
    expect(parseSymbol(text)).toEqual(refused);
  });

  it.each(['05-bc/ubkttu', '05-BC/UBKTtu', '05-BC/UBKT Tu', '05-BC/UBKT t.u'])(
    '%j may be Tỉnh uỷ or Trung ương: it asks',
    (text) => {
      const both = { suggestion: '05-BC/UBKTTU', other: '05-BC/UBKTTW' };
      expect(parseSymbol(text)).toMatchObject({ kind: 'refused', why: 'ambiguous-tu', ...both });
    },
  );

  it('warns when the date does not fit the year that was written', () => {
    const dated = (text: string, docDate?: string) => parseSymbol(text, { docDate });
    expect(dated('05-BC/UBKTTU, ngày 05/02/2025', '2026-02-05')).toMatchObject({
      warnings: ['year-mismatch'],
    });
    expect(dated('05-BC/UBKTTU/2025', '2026-02-05')).toMatchObject({ warnings: ['year-mismatch'] });
    expect(dated('05-BC/UBKTTU năm 2026', '2026-02-05')).toMatchObject({ warnings: [] });
    expect(dated('05-BC/UBKTTU năm 2025')).toMatchObject({ warnings: [] });
    expect(dated('05-BC/UBKTTU', '2026-02-05')).toMatchObject({ warnings: [] });
  });

  it('reads what it has written, and what it suggests, as the same symbol', () => {
    const issuer = fc.constantFrom(
      'ubkttu',
      'UBKTTU',
      'đuca',
      'DUCA',
      'TƯ',
      'tw',
      'UBKT Tỉnh uỷ',
      'T.Ư',
      'a-b',
      '',
    );
    const type = fc.constantFrom(...DOCUMENT_TYPES, 'qd', 'QDI', 'da', 'X', '');
    const join = fc.constantFrom('-', '/', ' - ', '–', ' ', '');
    const text = fc
      .tuple(fc.constantFrom('', 'Số ', 'Số: '), fc.nat(200), join, type, join, issuer)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const read = parseSymbol(given);
        const written = read.kind === 'ok' ? [read.symbol] : [read.suggestion, read.other];
        for (const symbol of written.filter((one) => one !== undefined)) {
          expect(insistedSymbol(symbol)).toBe(symbol);
          const again = parseSymbol(symbol);
          if (again.kind === 'refused') expect(again.why).toBe('unaccented-issuer');
          else expect(again.symbol).toBe(symbol);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers any text, decomposed or not, alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(parseSymbol(text.normalize('NFD'))).toEqual(parseSymbol(text.normalize('NFC')));
      }),
    );
  });
});

describe('insistedSymbol', () => {
  it.each([
    ['  05/2026/NQ-ABC ', '05/2026/NQ-ABC'],
    ['Số: 05', 'Số: 05'],
    ['12-QĐ/ĐU'.normalize('NFD'), '12-QĐ/ĐU'],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('%j is kept as %j', (text, kept) => {
    expect(insistedSymbol(text)).toBe(kept);
  });

  it.each([
    '',
    '   ',
    '---',
    'x'.repeat(61),
    'a\nb',
    'a\tb',
    'a\u0000b',
    'a\u202eb',
    'a\u200bb',
    'שלום 5',
    '=1+1',
    '@x',
  ])('%j is not kept', (text) => {
    expect(insistedSymbol(text)).toBeUndefined();
  });
});
