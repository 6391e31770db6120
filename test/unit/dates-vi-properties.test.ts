import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar-day.ts';
import {
  type DateParse,
  type DaysParse,
  parseDateVi,
  parseDaysOfYear,
  parseDaysVi,
} from '../../src/domain/dates-vi.ts';
import type { DateFound } from '../../src/domain/dates-vi-types.ts';
import { ZONE } from '../../src/domain/working-time.ts';

const now = DateTime.fromISO('2026-11-25T08:00', { zone: ZONE });

const TYPED = [
  '9h mai',
  '9 giờ rưỡi sáng mai',
  '10h kém 10 ngày 15/12',
  'thứ Sáu tuần sau',
  'Chủ nhật tuần tới',
  'ngày 5 tháng 12 năm 2026',
  'từ 7 đến 11/12/2026',
  'quý I/2027',
  'tháng Mười năm 2027',
  'chiều nay',
  '7/12 - 11/12',
  'hôm kìa',
  'Dec 7-11, 2026',
  '3, 4/2027',
  'cuối tháng 3',
  'tuần 2 tháng 4',
  'trước 30/6',
  'quý II, III/2027',
];

/** Signs that people, keyboards and copied pages leave behind: nothing to see, nothing to mean. */
const INVISIBLE = ['\u200B', '\u200D', '\u2060', '\uFEFF', '\u200E', '\u00AD'];

const anyTyped = fc.constantFrom(...TYPED);

const meaningOf = (text: string): unknown => {
  const { part: _part, ...rest } = { part: '', ...parseDateVi(text, now) };
  return JSON.parse(JSON.stringify(rest));
};

describe('the same words mean the same', () => {
  it('in composed and decomposed Unicode, in capitals, and with more room', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const meaning = meaningOf(text);
        expect(meaningOf(text.normalize('NFD'))).toEqual(meaning);
        expect(meaningOf(text.toUpperCase())).toEqual(meaning);
        expect(meaningOf(text.toLowerCase())).toEqual(meaning);
        expect(meaningOf(`\n  ${text.replaceAll(' ', ' \u00A0 \t')} `)).toEqual(meaning);
      }),
    );
  });

  it('with invisible signs anywhere, even inside a decomposed letter', () => {
    fc.assert(
      fc.property(
        anyTyped,
        fc.constantFrom(...INVISIBLE),
        fc.nat(60),
        fc.boolean(),
        (text, sign, place, decompose) => {
          const form = decompose ? text.normalize('NFD') : text;
          const at = place % (form.length + 1);
          expect(meaningOf(form.slice(0, at) + sign + form.slice(at))).toEqual(meaningOf(text));
        },
      ),
    );
  });

  it.each([
    ['9 giờ rưỡi sáng mai', '9 gio ruoi sang mai'],
    ['10h kém 10 ngày 15/12', '10h kem 10 ngay 15/12'],
    ['Chủ nhật tuần tới', 'chu nhat tuan toi'],
    ['từ 7 đến 11/12/2026', 'tu 7 den 11/12/2026'],
    ['tháng Mười năm 2027', 'thang muoi nam 2027'],
    ['quý I/2027', 'quy i/2027'],
    ['chiều nay', 'chieu nay'],
    ['cuối tháng 3', 'cuoi thang 3'],
    ['tuần 2 tháng 4', 'tuan 2 thang 4'],
    ['đến hết 30/6', 'den het 30/6'],
    ['15 và 16/3', '15 va 16/3'],
  ])('"%s" typed as "%s"', (accented, bare) => {
    expect(meaningOf(bare)).toEqual(meaningOf(accented));
  });
});

const anyDay = fc.integer({ min: -700, max: 1_500 }).map((n) => addDays('2026-11-25', n));

describe('a full date', () => {
  it('means itself however it is written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const at = DateTime.fromISO(day, { zone: ZONE });
        const formats = [
          'dd/MM/yyyy',
          'd/M/yyyy',
          'd-M-yyyy',
          'd.M.yyyy',
          'd/M/yy',
          'yyyy-MM-dd',
          "'ngày' d 'tháng' M 'năm' yyyy",
        ];
        for (const format of formats)
          expect(parseDateVi(at.toFormat(format), now)).toEqual({ kind: 'day', day });
      }),
    );
  });

  it('without its year is the next such within nine months, and is asked beyond', () => {
    const limit = now.plus({ months: 9 }).toFormat('yyyy-MM-dd');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
        const day = addDays('2026-11-25', n);
        const parse = parseDateVi(`${Number(day.slice(8))}/${Number(day.slice(5, 7))}`, now);
        expect(parse.kind).toBe(day <= limit ? 'day' : 'ask');
        if (parse.kind === 'day') expect(parse.day).toBe(day);
      }),
    );
  });
});

const WORDS =
  'từ đến tới toi ngày tháng năm quý tuần sau này nay mai mốt hôm qua thứ hai ba tư sáu chủ nhật t cn q i ii sáng chiều tối giờ h g rưỡi kém phút nữa đầu cuối giữa trước hết mùng và , ; nửa next this mon thu dec may am pm noon to in days 1 2 7 11 12 13 31 00 30 2026 2027 99 / . - – : , ( ) ạ 👍 xyz'.split(
    ' ',
  );

const anyWords = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '')), { maxLength: 24 })
  .map((pairs) => pairs.map(([word, gap]) => word + gap).join(''));

function isSoundFound(found: DateFound): boolean {
  switch (found.kind) {
    case 'day':
      return DateTime.fromISO(found.day).isValid;
    case 'instant':
      return found.at.isValid && found.at.zoneName === ZONE;
    case 'range':
      return (
        found.from <= found.to && DateTime.fromISO(found.from).isValid && DateTime.fromISO(found.to).isValid
      );
  }
}

const isSoundParse = (parse: DateParse | DaysParse): boolean =>
  parse.kind === 'ask'
    ? parse.part.length <= 130 && parse.choices.length <= 8 && parse.choices.every(isSoundFound)
    : isSoundFound(parse);

const isSound = (text: string): boolean =>
  isSoundParse(parseDateVi(text, now)) &&
  isSoundParse(parseDaysVi(text, now)) &&
  isSoundParse(parseDaysOfYear(text, 2027));

describe('whatever is typed', () => {
  it('gets a sound answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => isSound(text)),
      { numRuns: 500 },
    );
  });

  it('gets a sound answer when made of the very words of dates', () => {
    fc.assert(
      fc.property(anyWords, (text) => isSound(text)),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['digits', '1'.repeat(10_000)],
    ['slashes', '1/'.repeat(5_000)],
    ['dashes', '7-'.repeat(5_000)],
    ['room', `9h${' '.repeat(9_990)}mai`],
    ['letters', 'thứ '.repeat(2_500)],
    ['accents', `a${'\u0301'.repeat(9_999)}`],
    ['invisible signs', '\u200B'.repeat(10_000)],
    ['halves of pairs', '\uD83D'.repeat(10_000)],
    ['emoji', '👍'.repeat(5_000)],
  ])('is read quickly: 10,000 %s', (_name, text) => {
    const started = performance.now();
    for (let i = 0; i < 10; i++) expect(isSound(text)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('in ten thousand characters is never cut into half a sign', () => {
    const parse = parseDateVi('👍'.repeat(5_000), now);
    expect(parse.kind === 'ask' && /\p{Cs}/u.test(parse.part)).toBe(false);
  });
});
