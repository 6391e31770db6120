import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeQuery, exchangeVector, foldExchange } from '../../src/domain/exchange-words.ts';

const entry = {
  code: 'TĐ-2026-001',
  symbol: '05-BC/UBKTTU',
  subject: 'Báo cáo của Uỷ ban, quý III',
  target: 'Chi bộ Y',
};

test('an entry is found by its code with and without hyphens, its symbol, subject and target, without accents', () => {
  expect(foldExchange(entry).split(' ')).toEqual(
    expect.arrayContaining([
      ...[
        'td',
        '2026',
        '001',
        'td2026001',
        '05',
        'bc',
        'ubkttu',
        'bao',
        'cao',
        'uy',
        'ban',
        'chi',
        'bo',
        'y',
      ],
    ]),
  );
});

test('both spellings of a word are one word', () => {
  const folded = (subject: string) => foldExchange({ ...entry, subject });
  expect(folded('Uỷ ban, hoà')).toBe(folded('Ủy ban, hòa'));
});

test('what secret mail leaves out leaves no gap', () => {
  expect(foldExchange({ ...entry, symbol: null, subject: null, target: null })).toBe('td 2026 001 td2026001');
});

test('each word is stored once, with its pair', () => {
  expect(exchangeVector(7, 'bao cao bao')).toBe('7pbao 7pcao');
});

test('the words of one pair are no words of another whose number begins alike', () => {
  expect(exchangeVector(1, '1pbao')).not.toContain(exchangeVector(11, 'bao'));
  expect(exchangeQuery(1, 'bao')).toBe('1pbao:*');
  expect(exchangeQuery(11, 'bao')).toBe('11pbao:*');
});

test('whatever was typed, a vector holds only letters, digits and spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (subject) => {
      expect(exchangeVector(7, foldExchange({ ...entry, subject }))).toMatch(/^[\p{L}\p{N}\p{M} ]+$/u);
    }),
  );
});
