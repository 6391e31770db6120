import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { parseAnswerDue } from '../../src/domain/answer-due.ts';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
/** Friday 20/11/2026 in working hours; Tuesday 24/11 is a day off. */
const NOW = at('2026-11-20T09:00');

function read(typed: string, now = NOW, documentDay = '2026-11-20'): string {
  const due = parseAnswerDue(calendar, typed, now, documentDay);
  return 'fault' in due ? due.fault : `${due.dueAt.toFormat('dd/MM/yyyy HH:mm')} ${due.source}`;
}

describe('what was typed', () => {
  test.each([
    ['5 ngày làm việc', '30/11/2026 17:00 working_days'],
    ['5 Ngày  Làm Việc', '30/11/2026 17:00 working_days'],
    ['5 ngay lam viec', '30/11/2026 17:00 working_days'],
    ['trong 5 ngày làm việc', '30/11/2026 17:00 working_days'],
    ['5 working days', '30/11/2026 17:00 working_days'],
    ['within 1 working day', '23/11/2026 17:00 working_days'],
    ['10 ngày', '30/11/2026 17:00 days'],
    ['10 days', '30/11/2026 17:00 days'],
    ['in 1 day', '23/11/2026 17:00 days'],
    ['4 ngày', '25/11/2026 17:00 days'],
    ['366 ngày', '22/11/2027 17:00 days'],
    ['30/11/2026', '30/11/2026 17:00 day'],
    ['30/11', '30/11/2026 17:00 day'],
    ['28/11/2026', '30/11/2026 17:00 day'],
    ['9h00 30/11/2026', '30/11/2026 09:00 day'],
    ['20/11/2026', '20/11/2026 17:00 day'],
  ])('%s is %s', (typed, due) => {
    expect(read(typed)).toBe(due);
  });

  test.each(['31/02/2026', '0 ngày', '0 ngày làm việc', '367 ngày', '9999 ngày', '-5 ngày', '5', 'sớm', ''])(
    '"%s" is not clear',
    (typed) => {
      expect(read(typed)).toBe('unclear');
    },
  );

  test('a day that has passed is told as passed', () => {
    expect(read('19/11/2026', NOW, '2026-11-01')).toBe('past');
    expect(read('20/11/2026', at('2026-11-20T17:00'))).toBe('past');
  });

  test('a day before the document is told as such', () => {
    expect(read('19/11/2026')).toBe('before-document');
  });
});

describe('counting', () => {
  test('after 17h00 the next working day counts as the day of sending', () => {
    expect(read('1 ngày làm việc', at('2026-11-20T17:00:01'))).toBe('25/11/2026 17:00 working_days');
  });

  test('Tết is not counted, and a day in Tết ends at the first closing after it', () => {
    const now = at('2027-02-01T09:00');
    expect(read('5 ngày làm việc', now, '2027-02-01')).toBe('15/02/2027 17:00 working_days');
    expect(read('5 ngày', now, '2027-02-01')).toBe('11/02/2027 17:00 days');
    expect(read('08/02/2027', now, '2027-02-01')).toBe('11/02/2027 17:00 day');
  });
});
