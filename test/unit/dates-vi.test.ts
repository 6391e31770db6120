import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parseDateVi } from '../../src/domain/dates-vi.ts';
import { means, now, read, shown } from './dates-vi-reading.ts';

describe('on Wednesday 25/11/2026 at 08h00, the way people type', () => {
  means([
    ['9h mai', '2026-11-26T09:00'],
    ['mai 14h30', '2026-11-26T14:30'],
    ['14h30 ngày 15/12', '2026-12-15T14:30'],
    ['8 giờ sáng thứ Hai', '2026-11-30T08:00'],
    ['20/12/2026 14:00', '2026-12-20T14:00'],
    ['thứ 6 tuần sau', '2026-12-04'],
    ['9 giờ rưỡi sáng mai', '2026-11-26T09:30'],
    ['15-12-2026', '2026-12-15'],
    ['15.12', '2026-12-15'],
    ['ngày 5 tháng 12', '2026-12-05'],
    ['7/12 - 11/12', '2026-12-07..2026-12-11'],
    ['từ 7 đến 11/12/2026', '2026-12-07..2026-12-11'],
    ['quý I/2027', '2027-01-01..2027-03-31'],
    ['tháng 3/2027', '2027-03-01..2027-03-31'],
    ['5/1', '2027-01-05'],
    ['chiều nay', 'ask: no-hour'],
    ['31/2/2027', 'ask: no-such-date'],
    ['24/11', 'ask: past-or-next-year'],
  ]);
});

describe('hours', () => {
  means([
    ['9g mai', '2026-11-26T09:00'],
    ['14g30 ngày mai', '2026-11-26T14:30'],
    ['9:30 mai', '2026-11-26T09:30'],
    ['9h5 mai', '2026-11-26T09:05'],
    ["9h30' mai", '2026-11-26T09:30'],
    ['9 giờ 30 phút sáng mai', '2026-11-26T09:30'],
    ['9 rưỡi sáng mai', '2026-11-26T09:30'],
    ['9 giờ kém 15 sáng mai', '2026-11-26T08:45'],
    ['10h kém 10 ngày 15/12', '2026-12-15T09:50'],
    ['1 giờ kém 15 chiều mai', '2026-11-26T12:45'],
    ['chín giờ rưỡi sáng thứ hai', '2026-11-30T09:30'],
    ['mười một giờ ba mươi mai', '2026-11-26T11:30'],
    ['hai giờ chiều mai', '2026-11-26T14:00'],
    ['7h tối mai', '2026-11-26T19:00'],
    ['12h trưa mai', '2026-11-26T12:00'],
    ['1h trưa mai', '2026-11-26T13:00'],
    ['11h đêm mai', '2026-11-26T23:00'],
    ['14h chiều mai', '2026-11-26T14:00'],
    ['03h mai', '2026-11-26T03:00'],
    ['0h ngày 1/1', '2027-01-01T00:00'],
    ['24h00 ngày 31/12', '2027-01-01T00:00'],
    ['9:00 SA mai', '2026-11-26T09:00'],
    ['2:00 CH 15/12', '2026-12-15T14:00'],
    ['2026-12-15T09:00', '2026-12-15T09:00'],
    ['đầu giờ chiều 13h30 mai', '2026-11-26T13:30'],
    ['2 tiếng nữa', '2026-11-25T10:00'],
    ['9h 15/12', '2026-12-15T09:00'],
    ['9h 15 tháng 12', '2026-12-15T09:00'],
    ['9 giờ 15 ngày 15/12', '2026-12-15T09:15'],
    ['7h hôm nay', '2026-11-25T07:00'],
  ]);
});

describe('hours that are asked', () => {
  means([
    ['9h', 'ask: no-day'],
    ['9h sáng', 'ask: no-day'],
    ['tối thứ Hai', 'ask: no-hour'],
    ['đầu giờ chiều mai', 'ask: no-hour'],
    ['3h mai', 'ask: ambiguous'],
    ['7h chiều mai', 'ask: ambiguous'],
    ['12h đêm mai', 'ask: ambiguous'],
    ['14h sáng mai', 'ask: ambiguous'],
    ['25h mai', 'ask: no-such-hour'],
    ['9h75 mai', 'ask: no-such-hour'],
    ['7h 25/11', 'ask: past'],
    ['9.30 mai', 'ask: ambiguous'],
    ['14h-16h ngày 7/12', 'ask: unclear'],
    ['8h 7/12 - 17h 11/12', 'ask: unclear'],
    ['sau 14 giờ', 'ask: unclear'],
    ['9h tháng 12', 'ask: unclear'],
  ]);
});

describe('days near now', () => {
  means([
    ['hôm nay', '2026-11-25'],
    ['hôm qua', '2026-11-24'],
    ['hôm kia', '2026-11-23'],
    ['ngày mốt', '2026-11-27'],
    ['ngay mot', '2026-11-27'],
    ['ngày kia', '2026-11-27'],
    ['ngày kìa', '2026-11-28'],
    ['14h mốt', '2026-11-27T14:00'],
    ['3 ngày nữa', '2026-11-28'],
    ['2 tuần nữa', '2026-12-09'],
    ['mai mốt', 'ask: ambiguous'],
    ['ngày sau', 'ask: unclear'],
    ['3 ngày làm việc nữa', 'ask: unclear'],
  ]);
});

describe('weekdays, in weeks that begin on Monday', () => {
  means([
    ['thứ Hai', '2026-11-30'],
    ['T2', '2026-11-30'],
    ['thứ bảy', '2026-11-28'],
    ['chủ nhật', '2026-11-29'],
    ['CN tuần sau', '2026-12-06'],
    ['T6 tuần này', '2026-11-27'],
    ['thứ Hai tuần này', '2026-11-23'],
    ['tuần sau thứ 6', '2026-12-04'],
    ['thứ 6 tuần sau nữa', '2026-12-11'],
    ['thứ Ba tuần tới', '2026-12-01'],
    ['thứ Hai tới', '2026-11-30'],
    ['thứ Tư tới', '2026-12-02'],
    ['thứ Sáu này', '2026-11-27'],
    ['14h thứ năm', '2026-11-26T14:00'],
    ['thứ Hai 7/12', '2026-12-07'],
    ['thứ Hai, ngày 7/12/2026 lúc 8h', '2026-12-07T08:00'],
    ['14h30, thứ Tư (25/11)', '2026-11-25T14:30'],
    ['thứ Tư', 'ask: ambiguous'],
    ['thứ Sáu tới', 'ask: ambiguous'],
    ['thứ Hai này', 'ask: ambiguous'],
    ['thứ Ba 7/12', 'ask: weekday-mismatch'],
    ['thứ 8', 'ask: unclear'],
    ['thứ 3/12', 'ask: unclear'],
  ]);
});

describe('dates', () => {
  means([
    ['5/12', '2026-12-05'],
    ['5/12/26', '2026-12-05'],
    ['05.12.2026', '2026-12-05'],
    ['05 - 12 - 2026', '2026-12-05'],
    ['2026-12-15', '2026-12-15'],
    ['2026/12/15 14:00', '2026-12-15T14:00'],
    ['15-12', '2026-12-15'],
    ['25/11', '2026-11-25'],
    ['24/11/2026', '2026-11-24'],
    ['25/8', '2027-08-25'],
    ['29/2/2028', '2028-02-29'],
    ['ngày 05 tháng 02 năm 2027', '2027-02-05'],
    ['ngày năm tháng mười hai', '2026-12-05'],
    ['ngày 25 tháng mười năm 2027', '2027-10-25'],
    ['5/12 năm sau', '2027-12-05'],
    ['ngày 15 tháng sau', '2026-12-15'],
    ['ngày 15', '2026-12-15'],
    ['15/12 tới', '2026-12-15'],
  ]);
});

describe('dates that are asked', () => {
  means([
    ['26/8', 'ask: far-ahead'],
    ['1/10', 'ask: far-ahead'],
    ['29/2', 'ask: far-ahead'],
    ['20/12/2062', 'ask: far-ahead'],
    ['5/12/1926', 'ask: past'],
    ['ngày 24', 'ask: ambiguous'],
    ['31/6', 'ask: no-such-date'],
    ['29/2/2027', 'ask: no-such-date'],
    ['5/13', 'ask: no-such-date'],
    ['12/25/2026', 'ask: no-such-date'],
    ['7-11', 'ask: ambiguous'],
    ['3-5/2027', 'ask: ambiguous'],
    ['5', 'ask: unclear'],
    ['ngày 5 tháng sau năm 2027', 'ask: ambiguous'],
    ['7/12/2026 năm 2027', 'ask: ambiguous'],
    ['7/12 8/12', 'ask: ambiguous'],
    ['2027', 'ask: unclear'],
    ['từ 7/12', 'ask: unclear'],
    ['trước 15/12', 'ask: unclear'],
    ['15/1 âm lịch', 'ask: lunar'],
    ['mùng 5 tháng 12', 'ask: lunar'],
    ['mùng 1 Tết', 'ask: unclear'],
    ['', 'ask: unclear'],
    ['constructor', 'ask: unclear'],
    ['__proto__ 9h', 'ask: unclear'],
  ]);
});

describe('typed without accents, where a word may be two', () => {
  means([
    ['hai gio chieu mai', '2026-11-26T14:00'],
    ['tu 7 den 11/12/2026', '2026-12-07..2026-12-11'],
    ['thu tu tuan sau', '2026-12-02'],
    ['thu 3', '2026-12-01'],
    ['thu sau', '2026-11-27'],
    ['toi mai 8h', '2026-11-26T20:00'],
    ['mai toi 8h', '2026-11-26T20:00'],
    ['8h toi thu hai', '2026-11-30T20:00'],
    ['7/12 toi 11/12', '2026-12-07..2026-12-11'],
    ['thu hai toi', '2026-11-30'],
    ['thu hai toi 8h', 'ask: ambiguous'],
    ['mai toi', 'ask: no-hour'],
    ['11/12/2026 toi', 'ask: ambiguous'],
  ]);
});

describe('what is asked', () => {
  it('names the words in question as typed', () => {
    expect(parseDateVi('Họp vào Chiều Nay', now)).toMatchObject({ why: 'unclear', part: 'Họp' });
    expect(parseDateVi('Chiều  Nay', now)).toMatchObject({ why: 'no-hour', part: 'Chiều Nay' });
    expect(parseDateVi('9h ngày 31/02/2027', now)).toMatchObject({ part: '31/02/2027' });
  });

  it('offers the readings, each with its hour', () => {
    const choices = (text: string): string[] => {
      const parse = parseDateVi(text, now);
      return parse.kind === 'ask' ? parse.choices.map(shown) : [];
    };
    expect(choices('24/11')).toEqual(['2026-11-24', '2027-11-24']);
    expect(choices('9h 24/11')).toEqual(['2026-11-24T09:00', '2027-11-24T09:00']);
    expect(choices('3h mai')).toEqual(['2026-11-26T03:00', '2026-11-26T15:00']);
    expect(choices('7h')).toEqual(['2026-11-26T07:00']);
    expect(choices('thứ Tư')).toEqual(['2026-11-25', '2026-12-02']);
    expect(choices('1/11 - 30/11')).toEqual(['2026-11-01..2026-11-30', '2027-11-01..2027-11-30']);
  });

  it('is answered by the missing hour put behind what was typed', () => {
    expect(read('chiều nay 3h')).toBe('2026-11-25T15:00');
    expect(read('tối thứ Hai 7 giờ rưỡi')).toBe('2026-11-30T19:30');
  });
});

it('now is taken in Asia/Ho_Chi_Minh, whatever its zone', () => {
  const lateUtc = DateTime.fromISO('2026-11-25T17:30Z', { zone: 'utc' });
  expect(shown(parseDateVi('mai', lateUtc))).toBe('2026-11-27');
});
