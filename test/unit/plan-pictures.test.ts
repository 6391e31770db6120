import { describe, expect, test } from 'vitest';
import { coverPages } from '../../src/pictures/plan-cover.ts';
import {
  pageAhead,
  type YearBar,
  type YearPicture,
  type YearRow,
  yearPages,
} from '../../src/pictures/plan-year.ts';
import { pictureToPng } from '../../src/pictures/png.ts';

const bar = (from: string, to: string, given: Partial<YearBar> = {}): YearBar => ({
  ...{ from, to, isOwnLead: true, isJoint: false, clashes: [] },
  ...given,
});
const row = (name: string, bars: YearBar[], gap: string | null = null): YearRow => ({ name, bars, gap });
const picture = (rows: YearRow[]): YearPicture => ({
  title: 'Kế hoạch năm 2027',
  subtitle: 'Công an tỉnh – Tỉnh uỷ',
  year: 2027,
  today: '2027-05-20',
  words: {
    ...{
      ownLead: 'Ta',
      otherLead: 'Bên kia',
      joint: 'Chung',
      clash: 'trùng',
      gap: 'trống',
      today: 'hôm nay',
    },
    months: Array.from({ length: 12 }, (_, n) => `T${n + 1}`),
  },
  rows,
});
const draw = (rows: YearRow[]) => yearPages(picture(rows));
const wordsOf = (body: string): string[] =>
  [...body.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words!);

describe('the year as a timeline', () => {
  test('long: as many pages as it takes, every target once, none taller than a phone shows', () => {
    const names = Array.from({ length: 60 }, (_, n) => `Chi bộ số ${n + 1}`);
    const pages = draw(names.map((name) => row(name, [bar('2027-03-08', '2027-03-13')])));
    const drawn = pages.flatMap(({ body }) => wordsOf(body)).filter((words) => words.startsWith('Chi bộ'));
    expect(drawn).toEqual(names);
    expect(pages.every(({ width, height }) => width === 390 && height <= 800)).toBe(true);
    expect(pages.map(({ body }) => wordsOf(body)[1])).toEqual(
      pages.map((_, n) => `${n + 1}/${pages.length}`),
    );
  });

  test('beside a bar that is a whole quarter stands its name, beside others their days', () => {
    const [page] = draw([
      row('Chi bộ 1', [bar('2027-04-01', '2027-07-01', { name: 'Quý II' })]),
      row('Chi bộ 2', [bar('2027-03-08', '2027-03-13')]),
    ]);
    const words = wordsOf(page!.body);
    expect(words).toEqual(expect.arrayContaining(['Quý II', '08–12/03']));
    expect(words).not.toContain('01/04–30/06');
  });

  test('the days of a bar that fills the year stand on it, none outside the picture', () => {
    const [page] = draw([row('Chi bộ 1', [bar('2027-01-01', '2028-01-01', { clashes: [1] })])]);
    const [x] = [...page!.body.matchAll(/<text x="([^"]+)"[^>]*>01\/01–31\/12</g)].map(([, at]) =>
      Number(at),
    );
    expect(x).toBeGreaterThan(100);
    expect(x).toBeLessThan(290);
  });

  test.each([
    ['2027-03-13', 0],
    ['2027-05-20', 0],
    ['2027-05-21', 1],
  ])('begins, for who looks ahead, where a line until %s (excluded) stands: page %i', (to, page) => {
    const past = Array.from({ length: 30 }, (_, n) =>
      row(`Chi bộ số ${n + 1}`, [bar('2027-01-04', '2027-01-09')]),
    );
    expect(pageAhead(picture([...past, row('Chi bộ X', [bar('2027-03-08', to)])]))).toBe(page);
  });

  test('an overlap bears its number at both lines; lines of the same days do not cover each other', () => {
    const [page] = draw([
      row('Y', [bar('2027-03-08', '2027-03-13', { clashes: [7] })]),
      row('Z', [
        bar('2027-03-08', '2027-03-13', { clashes: [7, 8, 9], isOwnLead: false }),
        bar('2027-03-10', '2027-03-11'),
      ]),
    ]);
    const words = wordsOf(page!.body);
    expect(words.filter((one) => ['7', '7,8+'].includes(one))).toEqual(['7', '7,8+']);
    const barsAt = [
      ...page!.body.matchAll(/<rect x="([\d.]+)" y="([\d.]+)"[^>]*rx="2" fill="(#1d4f91|url\(#other\))"/g),
    ];
    const places = barsAt.slice(3).map(([, , y]) => y);
    expect(new Set(places).size).toBe(3);
  });

  test('days are written as people say them, and to the left where the year ends', () => {
    const [page] = draw([
      row('Y', [
        bar('2027-06-28', '2027-07-03'),
        bar('2027-09-01', '2027-09-02'),
        bar('2027-12-27', '2028-01-01'),
      ]),
    ]);
    expect(wordsOf(page!.body)).toEqual(expect.arrayContaining(['28/06–02/07', '01/09', '27–31/12']));
    const [, x] = /<text x="([\d.]+)"[^>]*>27–31\/12</.exec(page!.body)!;
    expect(Number(x)).toBeLessThan(340);
  });

  test('nobody writes into the drawing, and a gap says what it is', () => {
    const [page] = draw([row('<b>"Y" & Z', [], 'chưa có trong kế hoạch')]);
    expect(wordsOf(page!.body)).toEqual(
      expect.arrayContaining(['&lt;b&gt;&quot;Y&quot; &amp; Z', 'chưa có trong kế hoạch']),
    );
  });

  test('no lines yet: one page all the same', () => {
    const pages = draw([]);
    expect(pages).toHaveLength(1);
    expect([...pictureToPng(pages[0]!).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });
});

test('coverage: turns by years as numbers, twenty targets a page', () => {
  const rows = Array.from({ length: 21 }, (_, n) => ({
    name: `Chi bộ số ${n + 1}`,
    turns: [n === 0 ? 2 : 0, 1],
  }));
  const pages = coverPages({
    ...{ title: 'Độ phủ', subtitle: '21/21', years: [2026, 2027], planYear: 2027, rows },
    words: { turns: 'lượt', none: 'không', plan: 'năm kế hoạch' },
  });
  expect(pages).toHaveLength(2);
  expect(wordsOf(pages[0]!.body)).toEqual(expect.arrayContaining(['2026', '2027*', 'Chi bộ số 1', '2']));
  expect(wordsOf(pages[1]!.body)).toContain('Chi bộ số 21');
});
