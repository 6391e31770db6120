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
 * Days off and swapped working days, R13 and R14. 2026 is as announced; 2027 to 2030 are computed and provisional until their notices are
 * imported. Tết and Giỗ Tổ are those of the Vietnamese lunar calendar, at UTC+7: the new moon of 2/2/2030 is at 23:07 there and past midnight
 * in China. A year has twelve weekdays off: a day off on a weekend gives the working day after it. Tết is five days: the whole week where the
 * first is a Tuesday (one day before it, as in 2026) or a Wednesday (two, as in 2025); where it is a Saturday, two before and three from the
 * first, as in 2024. The day beside 2/9 is 3/9, as in 2021 and 2024; but 1/9 where 2/9 is a Saturday, as in 2023.
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

  expected('2028-01-01', 'Tết Dương lịch'),
  expected('2028-01-03', 'Nghỉ bù Tết Dương lịch'),
  expected('2028-01-24', 'Tết Nguyên đán'),
  expected('2028-01-25', 'Tết Nguyên đán'),
  expected('2028-01-26', 'Tết Nguyên đán (mùng 1)'),
  expected('2028-01-27', 'Tết Nguyên đán'),
  expected('2028-01-28', 'Tết Nguyên đán'),
  expected('2028-04-04', 'Giỗ Tổ Hùng Vương'),
  expected('2028-04-30', 'Ngày Chiến thắng'),
  expected('2028-05-01', 'Quốc tế Lao động'),
  expected('2028-05-02', 'Nghỉ bù Ngày Chiến thắng'),
  expected('2028-09-01', 'Quốc khánh'),
  expected('2028-09-02', 'Quốc khánh'),
  expected('2028-09-04', 'Nghỉ bù Quốc khánh'),
  expected('2028-11-24', 'Ngày Văn hoá Việt Nam'),

  expected('2029-01-01', 'Tết Dương lịch'),
  expected('2029-02-12', 'Tết Nguyên đán'),
  expected('2029-02-13', 'Tết Nguyên đán (mùng 1)'),
  expected('2029-02-14', 'Tết Nguyên đán'),
  expected('2029-02-15', 'Tết Nguyên đán'),
  expected('2029-02-16', 'Tết Nguyên đán'),
  expected('2029-04-23', 'Giỗ Tổ Hùng Vương'),
  expected('2029-04-30', 'Ngày Chiến thắng'),
  expected('2029-05-01', 'Quốc tế Lao động'),
  expected('2029-09-02', 'Quốc khánh'),
  expected('2029-09-03', 'Quốc khánh'),
  expected('2029-09-04', 'Nghỉ bù Quốc khánh'),
  expected('2029-11-24', 'Ngày Văn hoá Việt Nam'),
  expected('2029-11-26', 'Nghỉ bù Ngày Văn hoá Việt Nam'),

  expected('2030-01-01', 'Tết Dương lịch'),
  expected('2030-01-31', 'Tết Nguyên đán'),
  expected('2030-02-01', 'Tết Nguyên đán'),
  expected('2030-02-02', 'Tết Nguyên đán (mùng 1)'),
  expected('2030-02-03', 'Tết Nguyên đán'),
  expected('2030-02-04', 'Tết Nguyên đán'),
  expected('2030-02-05', 'Nghỉ bù Tết Nguyên đán'),
  expected('2030-02-06', 'Nghỉ bù Tết Nguyên đán'),
  expected('2030-04-12', 'Giỗ Tổ Hùng Vương'),
  expected('2030-04-30', 'Ngày Chiến thắng'),
  expected('2030-05-01', 'Quốc tế Lao động'),
  expected('2030-09-02', 'Quốc khánh'),
  expected('2030-09-03', 'Quốc khánh'),
  expected('2030-11-24', 'Ngày Văn hoá Việt Nam'),
  expected('2030-11-25', 'Nghỉ bù Ngày Văn hoá Việt Nam'),
];
