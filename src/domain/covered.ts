import type { DateTime } from 'luxon';
import { cut } from './cut.ts';
import { parsePeriod } from './parse-period.ts';
import type { Term } from './term.ts';

/**
 * The period that is looked into (mốc thời gian kiểm tra, giám sát), besides the days on which one does; `coveredTo` excluded. From a day
 * without an end: up to when it is held. Both null: nobody said it.
 */
export type Covered = { coveredFrom: string | null; coveredTo: string | null };

export const NOT_SAID: Covered = { coveredFrom: null, coveredTo: null };

/** Why none was read; `part`: what was typed, cut. */
export type CoveredUnclear = { why: 'unclear' | 'no-term'; part: string };

const UNTIL_HELD =
  /^(.+?)[\s,]+(?:đến|den|tới|toi|until|to)\s+(?:nay|hiện nay|hien nay|khi|now|the|thời điểm|thoi diem)(?:\s+(?:kiểm tra|kiem tra|giám sát|giam sat|kt|gs|inspection|it is held|hiện tại|hien tai|này|nay))?$/iu;
const FROM = /^(?:(?:kể|ke)\s+)?(?:từ|tu|from|since)\s+/iu;
const AND = /\s+(?:và|va|and)\s+/iu;
const LONGEST_SHOWN = 60;

/**
 * Reads it as typed: what a report's period may say, "2025", "năm 2025 và 6 tháng đầu năm 2026" where the one follows the other, and "từ … đến
 * nay", "… đến thời điểm kiểm tra", which end when it is held.
 */
export function readCovered(typed: string, now: DateTime, term?: Term): Covered | CoveredUnclear {
  const written = typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[ .]+$/u, '')
    .trim();
  const start = UNTIL_HELD.exec(written)?.[1];
  const read = start === undefined ? readWhole(written, now, term) : readStart(start, now, term);
  return typeof read === 'string' ? { why: read, part: cut(written, LONGEST_SHOWN) } : read;
}

type Read = Covered | CoveredUnclear['why'];

function readStart(start: string, now: DateTime, term?: Term): Read {
  const read = readOne(start.replace(FROM, '').replace(/^(?:đầu|dau)\s+/iu, ''), now, term);
  return typeof read === 'string' ? read : { coveredFrom: read.coveredFrom, coveredTo: null };
}

/** Several periods are one where each begins as the one before it ends. */
function readWhole(written: string, now: DateTime, term?: Term): Read {
  const parts = written.replace(FROM, '').split(AND);
  if (parts.length < 2) return readOne(written, now, term);
  const read = parts.map((part) => readOne(part, now, term));
  const periods = read.filter((one) => typeof one !== 'string');
  const follows = periods.every((one, i) => i === 0 || one.coveredFrom === periods[i - 1]!.coveredTo);
  if (periods.length < parts.length || !follows) return 'unclear';
  return { coveredFrom: periods[0]!.coveredFrom, coveredTo: periods.at(-1)!.coveredTo };
}

function readOne(written: string, now: DateTime, term?: Term): Read {
  const read = parsePeriod(/^\d{4}$/.test(written) ? `năm ${written}` : written, now, term);
  return 'kind' in read ? read.why : { coveredFrom: read.from, coveredTo: read.to };
}
