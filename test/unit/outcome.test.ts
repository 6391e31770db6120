import { describe, expect, test } from 'vitest';
import {
  checkCounts,
  checkDiscipline,
  isOverdue,
  LARGEST_COUNT,
  MEMBER_FORMS,
  ORGANISATION_FORMS,
} from '../../src/domain/outcome.ts';
import { readCounts } from '../../src/domain/read-counts.ts';
import { findSecret } from '../../src/domain/secrecy.ts';

const organisations = (typed: string) => readCounts(ORGANISATION_FORMS, typed);
const members = (typed: string) => readCounts(MEMBER_FORMS, typed);

const ALL_REPRIMANDED = { total: 10, reprimand: 10, warning: 0, dissolution: 0 };
const FORTY_SIX = { total: 46, reprimand: 30, warning: 15, dismissal: 0, expulsion: 1 };
const NO_MEMBERS = { total: 0, reprimand: 0, warning: 0, dismissal: 0, expulsion: 0 };

describe('the published figures of An Giang', () => {
  test.each([
    '10 = 10 khiển trách',
    '10 tổ chức đảng: 10 khiển trách',
    '10: khiển trách 10',
    '10; 10; 0; 0',
    '10 = 10 + 0 + 0',
    'Tổng số 10 = 10 khien trach',
    '10 = 10 reprimands',
  ])('%s: 10 organisations, all reprimanded', (typed) => {
    expect(organisations(typed)).toEqual({ counts: ALL_REPRIMANDED });
  });

  test.each([
    '46 = 30 khiển trách + 15 cảnh cáo + 1 khai trừ',
    '46: 30 khiển trách, 15 cảnh cáo, 1 khai trừ',
    '46 đảng viên: 30 khiển trách, 15 cảnh cáo và 1 khai trừ.',
    '46 dang vien: 30 khien trach, 15 canh cao va 1 khai tru',
    '46; khiển trách: 30; cảnh cáo: 15; khai trừ: 1',
    '46\n30 khiển trách\n15 cảnh cáo\n0 cách chức\n1 khai trừ',
    '46 đảng viên bị kỷ luật: 30 khiển trách, 15 cảnh cáo, 1 khai trừ',
    '46 đảng viên, trong đó: khiển trách 30, cảnh cáo 15, khai trừ 1',
    '46 gồm 30 khiển trách, 15 cảnh cáo, 1 khai trừ',
    '46 (30 khiển trách, 15 cảnh cáo, 1 khai trừ)',
    '46 members, of which 30 reprimanded, 15 warned, 1 expelled',
    '46 = 30 + 15 + 0 + 1',
    '46; 30; 15; 0; 1',
    '46 members: 30 reprimanded, 15 warned and 1 expelled',
  ])('%s: 46 members = 30 + 15 + 1', (typed) => {
    expect(members(typed)).toEqual({ counts: FORTY_SIX });
  });

  test('stand as they are', () => {
    expect(checkDiscipline({ organisations: ALL_REPRIMANDED, members: FORTY_SIX })).toBeUndefined();
  });
});

test.each([
  '46 đảng viên bị kỷ luật: 30 khiển trách, 15 cảnh cáo, 1 khai trừ',
  '10 tổ chức đảng: 10 khiển trách',
  '46 = 30 + 15 + 0 + 1',
])('%s passes the filter for secrecy', (typed) => {
  expect(findSecret(typed)).toEqual({ kind: 'clean' });
});

describe('parts that do not sum to the total are refused, and the difference is named', () => {
  test.each([
    ['46 = 30 + 14 + 0 + 1', { fault: 'short', total: 46, sum: 45, difference: 1 }],
    ['46: 30 khiển trách, 15 cảnh cáo', { fault: 'short', total: 46, sum: 45, difference: 1 }],
    ['46 = 30 + 16 + 0 + 1', { fault: 'over', total: 46, sum: 47, difference: 1 }],
    ['0 = 1 khiển trách', { fault: 'over', total: 0, sum: 1, difference: 1 }],
  ])('%s', (typed, fault) => {
    expect(members(typed)).toEqual(fault);
  });

  test('also where they come from elsewhere, and it is said whose', () => {
    const wrong = { ...FORTY_SIX, warning: 14 };
    expect(checkDiscipline({ organisations: ALL_REPRIMANDED, members: wrong })).toEqual({
      of: 'members',
      fault: { fault: 'short', total: 46, sum: 45, difference: 1 },
    });
    expect(checkDiscipline({ organisations: { ...ALL_REPRIMANDED, total: 9 }, members: wrong })?.of).toBe(
      'organisations',
    );
  });
});

test.each(['0', 'không', 'khong', 'Không có', 'không phát sinh', 'none', '0 đảng viên', '0.'])(
  '%s is none',
  (typed) => {
    expect(members(typed)).toEqual({ counts: NO_MEMBERS });
  },
);

test('a point stands between thousands', () => {
  expect(members('1.200 = 1.200 khiển trách')).toMatchObject({ counts: { total: 1200, reprimand: 1200 } });
});

test.each([
  ['', { fault: 'empty' }],
  ['  ', { fault: 'empty' }],
  ['46', { fault: 'no-parts' }],
  ['46 = 46', { fault: 'bare-parts' }],
  ['46 = 30 + 15 + 1', { fault: 'bare-parts' }],
  ['30 khiển trách, 15 cảnh cáo, 1 khai trừ', { fault: 'no-total', suggestion: 46 }],
  ['46 = 30 khiển trách + 16', { fault: 'unclear', part: '16' }],
  ['46 = 45 khiển trách + 1 giải tán', { fault: 'unclear', part: '1 giải tán' }],
  ['2 = 1 khiển trách + 1 khiển trách', { fault: 'twice', part: '1 khiển trách' }],
  ['2 = -1 + 3 + 0 + 0', { fault: 'unclear', part: '-1' }],
  ['2 = 1.5 + 0 + 0 + 0', { fault: 'unclear', part: '1.5' }],
  ['nhiều đảng viên', { fault: 'unclear', part: 'nhiều đảng viên' }],
  ['1: đồng chí A khiển trách', { fault: 'unclear', part: 'đồng chí A khiển trách' }],
])('%j is not guessed', (typed, fault) => {
  expect(members(typed)).toEqual(fault);
});

test('counts go to a hundred thousand and no further', () => {
  const most = { ...NO_MEMBERS, total: LARGEST_COUNT, reprimand: LARGEST_COUNT };
  expect(checkCounts(MEMBER_FORMS, most)).toBeUndefined();
  expect(members('100001 = 100001 khiển trách')).toEqual({ fault: 'range' });
  expect(checkCounts(MEMBER_FORMS, { ...NO_MEMBERS, total: 0.5, reprimand: 0.5 })).toEqual({
    fault: 'range',
  });
  expect(checkCounts(MEMBER_FORMS, { ...NO_MEMBERS, reprimand: -1, warning: 1 })).toEqual({ fault: 'range' });
});

test.each([
  [null, '2026-11-23', false],
  ['2026-11-23', '2026-11-23', false],
  ['2026-11-22', '2026-11-23', true],
])('due %s is overdue on %s: %s', (due, today, expected) => {
  expect(isOverdue(due, today)).toBe(expected);
});
