import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLocales } from '../../src/locales/check.ts';
import { say, setStrictTexts, type TextKey } from '../../src/locales/index.ts';
import { makeRoom, readRooms } from '../../src/locales/rooms.ts';
import { keysSource } from '../../src/locales/write-keys.ts';

describe('the texts', () => {
  it('have nothing wrong with them in either language', () => {
    expect(checkLocales()).toEqual([]);
  });

  it('have their keys written down: run `npm run keys` when this fails', () => {
    expect(readFileSync(new URL('../../src/locales/keys.ts', import.meta.url), 'utf8')).toBe(keysSource());
  });
});

it('no text calls what people open a card', () => {
  for (const { locale, name, source } of readRooms())
    expect([name, locale === 'vi' ? /(^|\s)thẻ(?!\p{L})/imu.exec(source)?.[0] : undefined]).toEqual([
      name,
      undefined,
    ]);
});

describe('who decides', () => {
  const words = ['approved', 'confirmed', 'accept'] as const;
  const ways = ['in-person', 'phone', 'note'] as const;

  it.each(words.flatMap((word) => ways.map((way) => `button-${word}-${way}` as const)))(
    'is said on the button %s, by which a leader’s word is recorded',
    (key) => {
      expect(say('vi', key)).toMatch(/^LĐ đồng ý /);
      expect(say('en', key)).toMatch(/^Leader agrees: /);
    },
  );

  it('no answer that refuses reads as one that has not come yet', () => {
    for (const key of ['button-not-confirm', 'button-not-confirmed', 'answer-refused'] as const)
      expect([say('vi', key), say('en', key)]).not.toContainEqual(
        expect.stringMatching(/xác nhận|confirmed/),
      );
  });
});

describe('say', () => {
  afterEach(() => setStrictTexts(true));
  const missing = 'no-such-text' as TextKey;

  it('speaks both languages', () => {
    expect(say('vi', 'button-back')).toBe('Quay lại');
    expect(say('en', 'button-back')).toBe('Back');
  });

  it('writes values without isolation characters and numbers without grouping', () => {
    expect(say('vi', 'common-parts', { count: 1234567 })).toBe('1234567 phần');
    expect(say('vi', 'common-parts', { count: '12' })).toBe('12 phần');
  });

  it('chooses plural forms by whole numbers', () => {
    expect(say('en', 'common-parts', { count: 1 })).toBe('1 part');
    expect(say('en', 'common-parts', { count: 2000 })).toBe('2000 parts');
  });

  it('keeps the lines of a text', () => {
    expect(say('vi', 'secret-refused').split('\n')).toHaveLength(2);
  });

  it('throws on a missing key or argument while strict', () => {
    expect(() => say('en', missing)).toThrow('no text "no-such-text" in en');
    expect(() => say('vi', 'common-parts')).toThrow('cannot say "common-parts" in vi');
    expect(() => say('vi', 'common-parts', { other: 1 })).toThrow();
  });

  it('says what it can when not strict', () => {
    setStrictTexts(false);
    expect(say('en', missing)).toBe('no-such-text');
    expect(say('vi', 'common-parts')).toBe('{$count} phần');
  });
});

describe('checkLocales', () => {
  const check = (vi: string, en: string) =>
    checkLocales([makeRoom('vi', 'a.ftl', vi), makeRoom('en', 'a.ftl', en)]);

  it.each([
    ['a = Một', 'a = One'],
    ['-b = Phối Hợp\na = { -b } { $x }', 'a = One { $x }'],
    ['a =\n    Một\n\n    hai { $x }', 'a = { $x ->\n    [one] One\n   *[other] { $x } ones\n}'],
    ['a = { $code } · { $day }', 'a = { $code } · { $day }'],
    ['a = {"{"}', 'a = {"{"}'],
    [
      `button-a = ${'x'.repeat(24)}{ $a_very_long_name_of_a_value }`,
      'button-a = Go { $a_very_long_name_of_a_value }',
    ],
    ['a = bạn bè'.replace('bạn', 'bản'), 'a = You!'],
  ])('finds nothing wrong with %j and %j', (vi, en) => {
    expect(check(vi, en)).toEqual([]);
  });

  it.each([
    ['a = Một\nb = Hai', 'a = One', 'b is missing in en'],
    ['a = Một', 'a = One\nb = Two', 'b is missing in vi'],
    ['a = { $x }', 'a = { $y }', 'a takes $x in vi, $y in en'],
    ['a = Một', 'a = { $n ->\n   *[other] One\n}', 'a takes none in vi, $n in en'],
    ['a = Một\na = Hai', 'a = One', 'vi: a is in a.ftl and again in a.ftl'],
    [`button-a = ${'x'.repeat(25)}`, 'button-a = Go', 'vi/a.ftl: button-a has 25 characters, 24 at most'],
    [
      'button-a = Xem',
      `button-a = { $n ->\n    [one] ${'y'.repeat(26)}\n   *[other] z\n}`,
      'en/a.ftl: button-a has 26 characters, 24 at most',
    ],
    ['a = Chào Bạn', 'a = Hi', 'vi/a.ftl: a says "bạn"'],
    ['a = Chào!', 'a = Hi', 'vi/a.ftl: a has an exclamation mark'],
    ['a = Chưa được dịch ra tiếng Anh', 'a = Chưa được dịch ra tiếng Anh', 'a is the same in vi and en'],
    ['a = uỷ'.normalize('NFD'), 'a = Committee', 'vi/a.ftl: a is not NFC'],
    ['a = Một\n    .b = Hai', 'a = One', 'vi/a.ftl: a has attributes'],
    ['-t = { $x }\na = { -t }', 'a = One', 'vi/a.ftl: -t is a term and takes arguments'],
    ['a = { -t }', 'a = One', 'vi/a.ftl: a refers to a term that is not there, -t'],
    ['a = Một\nb = { a }', 'a = One\nb = Two', 'vi/a.ftl: b refers to the message a; use a term'],
    ['a = Một\nb = {', 'a = One', 'vi/a.ftl:2: b cannot be read'],
    ['a = Một\nhai', 'a = One', 'vi/a.ftl:2: the line is dropped'],
    ['a =\n    Một\n    [Hai]', 'a = One', 'vi/a.ftl:3: the line is dropped'],
    ['a = Một } hai', 'a = One', 'vi/a.ftl:1: a brace closes nothing'],
  ])('%j beside %j: %s', (vi, en, problem) => {
    expect(check(vi, en)).toContain(problem);
  });

  it('finds a key that stands in two rooms', () => {
    const rooms = [makeRoom('vi', 'a.ftl', 'a = Một'), makeRoom('vi', 'b.ftl', 'a = Hai')];
    expect(checkLocales([...rooms, makeRoom('en', 'a.ftl', 'a = One')])).toEqual([
      'vi: a is in a.ftl and again in b.ftl',
    ]);
  });

  it('counts a term inside a button, whichever room it is from', () => {
    const rooms = [
      makeRoom('vi', 'a.ftl', `-t = ${'x'.repeat(20)}`),
      makeRoom('vi', 'b.ftl', 'button-a = Xem { -t } a'),
    ];
    expect(checkLocales([...rooms, makeRoom('en', 'a.ftl', 'button-a = Go')])).toEqual([
      'vi/b.ftl: button-a has 26 characters, 24 at most',
    ]);
  });
});
