import type { CalendarDay } from './calendar.ts';

const off = (day: string, label: string): CalendarDay => ({ day, kind: 'off', label, provisional: false });
const work = (day: string, label: string): CalendarDay => ({ day, kind: 'work', label, provisional: false });
const expected = (day: string, label: string): CalendarDay => ({
  day,
  kind: 'off',
  label,
  provisional: true,
});

/**
 * Days off and swapped working days, R13 and R14. 2026 is as announced. 2027 is computed and provisional until its notice is imported:
 * Tết is five days plus one working day for each that falls on a weekend. The first of the lunar year is Saturday 6/2, as it was a Saturday
 * in 2024 (8/2–14/2); like then, and like most years, two days before and three from the first: Thu 4/2 – Mon 8/2, with Tue 9/2 and Wed 10/2
 * for the Saturday and the Sunday. (One before and four after would give Fri 5/2 – Thu 11/2.) The day beside Thursday 2/9 is Friday 3/9,
 * as in 2021, when 2/9 was a Thursday too. Saturday 1/5 gives Monday 3/5.
 */
export const defaultCalendarDays: CalendarDay[] = [
  off('2026-01-01', 'Tết Dương lịch'),
  off('2026-01-02', 'Nghỉ hoán đổi, làm bù thứ Bảy 10/01'),
  work('2026-01-10', 'Làm bù cho thứ Sáu 02/01'),
  off('2026-02-16', 'Tết Nguyên đán'),
  off('2026-02-17', 'Tết Nguyên đán (mùng 1)'),
  off('2026-02-18', 'Tết Nguyên đán'),
  off('2026-02-19', 'Tết Nguyên đán'),
  off('2026-02-20', 'Tết Nguyên đán'),
  off('2026-04-26', 'Giỗ Tổ Hùng Vương'),
  off('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
  off('2026-04-30', 'Ngày Chiến thắng'),
  off('2026-05-01', 'Quốc tế Lao động'),
  work('2026-08-22', 'Làm bù cho thứ Hai 31/08'),
  off('2026-08-31', 'Nghỉ hoán đổi, làm bù thứ Bảy 22/08'),
  off('2026-09-01', 'Quốc khánh'),
  off('2026-09-02', 'Quốc khánh'),
  off('2026-11-24', 'Ngày Văn hoá Việt Nam'),

  expected('2027-01-01', 'Tết Dương lịch'),
  expected('2027-02-04', 'Tết Nguyên đán'),
  expected('2027-02-05', 'Tết Nguyên đán'),
  expected('2027-02-06', 'Tết Nguyên đán (mùng 1)'),
  expected('2027-02-07', 'Tết Nguyên đán'),
  expected('2027-02-08', 'Tết Nguyên đán'),
  expected('2027-02-09', 'Nghỉ bù Tết Nguyên đán'),
  expected('2027-02-10', 'Nghỉ bù Tết Nguyên đán'),
  expected('2027-04-16', 'Giỗ Tổ Hùng Vương'),
  expected('2027-04-30', 'Ngày Chiến thắng'),
  expected('2027-05-01', 'Quốc tế Lao động'),
  expected('2027-05-03', 'Nghỉ bù Quốc tế Lao động'),
  expected('2027-09-02', 'Quốc khánh'),
  expected('2027-09-03', 'Quốc khánh'),
  expected('2027-11-24', 'Ngày Văn hoá Việt Nam'),
];
