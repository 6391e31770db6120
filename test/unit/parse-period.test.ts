import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/domain/parse-period.ts';
import type { Term } from '../../src/domain/term.ts';

const NOW = DateTime.fromISO('2026-11-23T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });
const TERM: Term = { from: '2025-10-01', to: '2030-10-01' };
const parse = (typed: string, term?: Term) => parsePeriod(typed, NOW, term);

describe('typed in words, the last that has begun', () => {
  test.each([
    ['năm 2026', '2026-01-01', '2027-01-01'],
    ['năm nay', '2026-01-01', '2027-01-01'],
    ['năm trước', '2025-01-01', '2026-01-01'],
    ['quý III', '2026-07-01', '2026-10-01'],
    ['quý IV', '2026-10-01', '2027-01-01'],
    ['quý I/2027', '2027-01-01', '2027-04-01'],
    ['quý này', '2026-10-01', '2027-01-01'],
    ['tháng 9', '2026-09-01', '2026-10-01'],
    ['tháng 12', '2025-12-01', '2026-01-01'],
    ['tháng trước', '2026-10-01', '2026-11-01'],
    ['6 tháng đầu năm', '2026-01-01', '2026-07-01'],
    ['6 tháng', '2026-01-01', '2026-07-01'],
    ['sáu tháng cuối năm 2025', '2025-07-01', '2026-01-01'],
    ['9 tháng', '2026-01-01', '2026-10-01'],
    ['9 tháng đầu năm 2026', '2026-01-01', '2026-10-01'],
    ['9 tháng đầu năm', '2026-01-01', '2026-10-01'],
    ['chín tháng năm 2025', '2025-01-01', '2025-10-01'],
    ['9 thang/2026', '2026-01-01', '2026-10-01'],
    ['9t/2026', '2026-01-01', '2026-10-01'],
    ['3 tháng đầu năm', '2026-01-01', '2026-04-01'],
    ['11 tháng đầu năm nay', '2026-01-01', '2026-12-01'],
    ['first half of 2026', '2026-01-01', '2026-07-01'],
    ['first nine months of 2026', '2026-01-01', '2026-10-01'],
    ['9 months', '2026-01-01', '2026-10-01'],
    ['last year', '2025-01-01', '2026-01-01'],
    ['01/6/2022 - 31/12/2025', '2022-06-01', '2026-01-01'],
    ['từ 01/6/2022 đến 31/12/2025', '2022-06-01', '2026-01-01'],
    ['từ ngày 01/6/2022 đến ngày 31/12/2025', '2022-06-01', '2026-01-01'],
    ['tu 01/6/2022 den 31/12/2025', '2022-06-01', '2026-01-01'],
    ['từ tháng 6/2022 đến tháng 12/2025', '2022-06-01', '2026-01-01'],
    ['từ 01/6/2022 đến nay', '2022-06-01', '2026-11-24'],
    ['01/6/2022 đến hôm nay', '2022-06-01', '2026-11-24'],
    ['từ đầu năm', '2026-01-01', '2026-11-24'],
    ['từ đầu năm đến nay', '2026-01-01', '2026-11-24'],
    ['từ 01/6/2022', '2022-06-01', '2026-11-24'],
    ['2022 - 2025', '2022-01-01', '2026-01-01'],
    ['từ năm 2022 đến năm 2025', '2022-01-01', '2026-01-01'],
    ['02 năm 2024 - 2025', '2024-01-01', '2026-01-01'],
    ['20/11/2026', '2026-11-20', '2026-11-21'],
  ])('%s is %s to %s', (typed, from, to) => {
    expect(parse(typed)).toEqual({ from, to });
  });

  test.each(['báo cáo', 'sơ kết', 'Tổng kết', 'số liệu', 'báo cáo kết quả'])(
    '“%s” before a period says nothing of its days',
    (lead) => {
      expect(parse(`${lead} 9 tháng đầu năm 2026`)).toEqual({ from: '2026-01-01', to: '2026-10-01' });
    },
  );

  test.each([
    'quý V',
    'hôm nay 8h',
    '31/02/2026',
    'từ 31/02/2026 đến nay',
    '6 tháng đầu năm 1950',
    '01/01/1950 - 01/01/2026',
    '13 tháng đầu năm 2026',
    '03 năm 2024 - 2025',
    'báo cáo',
    'x'.repeat(5000),
    '',
  ])('%j is asked back, named whole', (typed) => {
    const read = parse(typed);
    expect(read).toMatchObject({ kind: 'ask', why: 'unclear' });
    if ('part' in read) expect(typed.startsWith(read.part.replace(/…$/, ''))).toBe(true);
  });

  test.each<[string, string[]]>([
    ['4-5/2026', ['2026-04-01 2026-06-01', '2026-05-04 2026-05-05']],
    ['đầu quý II', ['2026-04-01 2026-05-01', '2026-04-01 2026-04-16']],
    ['trước 30/6/2026', ['2026-06-29 2026-06-30', '2026-06-30 2026-07-01']],
    ['4-5/2027', []],
    ['xyz', []],
  ])('%s is asked back with what it may mean, never with what has not begun', (typed, choices) => {
    const read = parse(typed);
    expect('choices' in read && read.choices.map(({ from, to }) => `${from} ${to}`)).toEqual(choices);
  });

  test('whatever is typed, it is a period or a question, and never longer than what a reply can bear', () => {
    const words = fc.constantFrom(
      ...[
        'từ',
        'đến',
        'nay',
        'đầu',
        'năm',
        '9',
        '6',
        'tháng',
        'quý',
        'IV',
        '2026',
        '01/6/2022',
        '-',
        '😀',
        'nhiệm kỳ',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.boolean(), (typed, isKnown) => {
        const read = parse(typed.join(' '), isKnown ? TERM : undefined);
        if ('kind' in read) expect(Array.from(read.part).length).toBeLessThanOrEqual(61);
        else expect(read.from < read.to).toBe(true);
      }),
    );
  });
});

describe('of a term', () => {
  test.each([
    ['nhiệm kỳ', '2025-10-01', '2030-10-01'],
    ['tổng kết nhiệm kỳ', '2025-10-01', '2030-10-01'],
    ['cả nhiệm kỳ này', '2025-10-01', '2030-10-01'],
    ['nhiệm kỳ 2025 - 2030', '2025-10-01', '2030-10-01'],
    ['sơ kết giữa nhiệm kỳ', '2025-10-01', '2028-04-01'],
    ['sơ kết 02 năm thực hiện Quy chế phối hợp', '2025-10-01', '2027-10-01'],
    ['từ đầu nhiệm kỳ đến nay', '2025-10-01', '2026-11-24'],
    ['từ đầu nhiệm kỳ', '2025-10-01', '2026-11-24'],
    ['the whole term', '2025-10-01', '2030-10-01'],
  ])('%s is %s to %s', (typed, from, to) => {
    expect(parse(typed, TERM)).toEqual({ from, to });
  });

  test.each(['nhiệm kỳ', 'giữa nhiệm kỳ', '2 năm', 'từ đầu nhiệm kỳ đến nay'])(
    '%s is asked back where nobody has said the term',
    (typed) => {
      expect(parse(typed)).toEqual({ kind: 'ask', why: 'no-term', part: typed, choices: [] });
    },
  );

  test('whose last day nobody has said, it goes up to today and has no middle', () => {
    const open: Term = { from: '2025-10-01', to: null };
    expect(parse('nhiệm kỳ', open)).toEqual({ from: '2025-10-01', to: '2026-11-24' });
    expect(parse('giữa nhiệm kỳ', open)).toMatchObject({ why: 'no-term' });
  });

  test('another term than the agreement’s is asked back', () => {
    expect(parse('nhiệm kỳ 2020 - 2025', TERM)).toMatchObject({ why: 'unclear' });
  });
});
