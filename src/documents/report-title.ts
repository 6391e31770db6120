import { addDays } from '../domain/calendar-day.ts';
import { showWindowShort } from '../domain/date-text.ts';
import type { ReportName, Span } from '../domain/report-name.ts';
import type { Period } from '../domain/report-period.ts';
import { termYears } from '../domain/term.ts';
import { shownDay } from './paper-day.ts';

/** What a report is about: its days, what they are, how it is called, and the day its figures were taken, 'YYYY-MM-DD'. */
export type About = { period: Period; span: Span; name: ReportName; asOf: string };

const WORK = 'công tác phối hợp kiểm tra, giám sát';
const AGREEMENT = 'thực hiện Quy chế phối hợp';

/**
 * What stands under "BÁO CÁO": "tổng kết … năm 2026", "sơ kết 02 năm thực hiện Quy chế phối hợp …"; of what has not ended "số liệu … tính đến
 * ngày …".
 */
export function reportSubject(about: About): string {
  const { span, name, asOf } = about;
  const words = periodWords(about);
  if (name === 'figures') return `số liệu ${WORK} ${words}, tính đến ngày ${shownDay(asOf)}`;
  if (name === 'result') return `kết quả ${WORK} ${words}`;
  const verb = name === 'final' ? 'tổng kết' : 'sơ kết';
  const isOfAgreement =
    span.is === 'term' || span.is === 'mid_term' || (span.is === 'years' && span.isOfTerm);
  return isOfAgreement ? `${verb} ${words} ${AGREEMENT}` : `${verb} ${WORK} ${words}`;
}

/** "9 tháng đầu năm 2026", "02 năm (từ ngày 01/01/2024 đến ngày 31/12/2025)", "nhiệm kỳ 2025 - 2030", "quý III/2026". */
export function periodWords({ period, span }: Pick<About, 'period' | 'span'>): string {
  const { from, to } = period;
  const year = from.slice(0, 4);
  const days = daysWords(period);
  switch (span.is) {
    case 'first_months':
      return `${span.months} tháng đầu năm ${year}`;
    case 'second_half':
      return `6 tháng cuối năm ${year}`;
    case 'term':
      return `nhiệm kỳ ${yearsOf(span.term)}`;
    case 'mid_term':
      return `giữa nhiệm kỳ ${yearsOf(span.term)} (${days})`;
    case 'years':
      return `${String(span.years).padStart(2, '0')} năm (${days})`;
    case 'days':
      return days;
    default:
      return showWindowShort(from, addDays(to, -1), 'vi');
  }
}

function yearsOf(term: { from: string; to: string }): string {
  const { from, to } = termYears(term);
  return `${from} - ${to}`;
}

function daysWords({ from, to }: Period): string {
  const last = addDays(to, -1);
  return from === last ? `ngày ${shownDay(from)}` : `từ ngày ${shownDay(from)} đến ngày ${shownDay(last)}`;
}
