import { fold } from './fold.ts';
import type { ReadCell } from './table-cells.ts';

/** What the columns of a plan say; `window` in one column, or `from` and `to` in two. */
export const PLAN_FIELDS = ['target', 'kind', 'subject', 'window', 'from', 'to', 'lead', 'mode'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** A column in which a sign means a quarter or a month of the year. */
export type Tick = { unit: 'quarter' | 'month'; n: number };

/** What a heading says: a field, and how surely; the number of the line; a tick; or `other`, which is never a field. */
export type Heading = { field: PlanField; sure: number } | { tick: Tick } | 'number' | 'other';

/** A heading is a few words, not a sentence. */
const LONGEST_HEADING = 80;

const NUMBER = /^(?:so )?(?:tt|stt|thu tu|no)$|^so (?:tt|thu tu)$/;

/**
 * Columns that look like a field and are none: what time is looked into ("thời gian được kiểm tra", "mốc"), and who else takes part
 * ("đơn vị thực hiện, phối hợp, tham mưu").
 */
const OTHERS = [
  /(?:thoi gian|thoi ky|thoi diem) duoc (?:kiem tra|giam sat|kt|gs)|^moc(?: |$)|nien do|giai doan/,
  /^(?:don vi|co quan|bo phan|to chuc|cap|ben|phong|can bo) (?:thuc hien|phoi hop|tham muu|giup viec|theo doi|phu trach|tham gia|lien quan)/,
  /^phoi hop$|thanh phan|partner|tham muu|phu trach|truong doan|^(?:doan|to) (?:kiem tra|giam sat)|ghi chu|^notes?$|remark/,
];

/** Headings without accents, both languages; the first that fits wins: "đơn vị chủ trì" names who leads, not a unit. */
const FIELDS: readonly [PlanField, RegExp][] = [
  ['lead', /(?:^| )(?:chu tri|lead)(?: |$)/],
  ['mode', /phuong thuc|(?:cach|hinh thuc) phoi hop|^mode(?: |$)/],
  [
    'from',
    /^(?:thoi gian )?(?:tu|tu ngay|tu thang|ngay bat dau|bat dau|from|start)(?: date| day| du kien)?$/,
  ],
  [
    'to',
    /^(?:thoi gian )?(?:den|den ngay|den thang|ngay ket thuc|ket thuc|to|end|until)(?: date| day| du kien)?$/,
  ],
  ['window', /^(?:du kien )?(?:thoi gian|thoi diem|thoi han|window|time|when|dates?)(?: |$)/],
  ['subject', /^(?:noi dung|subject|content)(?: |$)/],
  ['kind', /^(?:loai|hinh thuc|kind|type)(?: |$)/],
  [
    'target',
    /^(?:ten |ma |cac )?(?:to chuc|tcd|doi tuong|don vi|chi bo|dang bo|target|unit|organi[sz]ation)(?: |$)|^party organi[sz]ation/,
  ],
];

/** Of two columns for one field the surer one is meant: "thời gian tiến hành" before "thời gian". */
const SURER = [/tien hanh|duoc (?:kiem tra|giam sat|kt|gs)/, /thuc hien|to chuc dang|tcd|doi tuong/];

/** What a cell says as a heading, its upper heading before it where it has one; undefined: nothing. */
export function headingOf(cell: ReadCell | undefined, above?: ReadCell): Heading | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_HEADING) return undefined;
  const key = `${typeof above === 'string' ? above : ''}\n${cell}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KNOWN) known.clear();
  const heading = readHeading(cell, above);
  known.set(key, heading);
  return heading;
}

/** A file says the same headings again and again, and each is looked at several times. */
const known = new Map<string, Heading | undefined>();
const MOST_KNOWN = 5_000;

function readHeading(cell: string, above: ReadCell | undefined): Heading | undefined {
  const words = wordsOf(cell);
  if (words === undefined) return undefined;
  const upper = wordsOf(above);
  const tick = tickOf(words, upper);
  if (tick) return { tick };
  return own(words) ?? (upper === undefined ? undefined : (own(`${upper} ${words}`) ?? own(upper)));
}

/** The field of a cell that is a heading by itself. */
export function fieldOf(cell: ReadCell): PlanField | undefined {
  const heading = headingOf(cell);
  return typeof heading === 'object' && 'field' in heading ? heading.field : undefined;
}

const wordsOf = (cell: ReadCell | undefined): string | undefined =>
  typeof cell === 'string' && cell.length <= LONGEST_HEADING ? fold(cell) : undefined;

function own(words: string): Heading | undefined {
  if (NUMBER.test(words)) return 'number';
  if (OTHERS.some((pattern) => pattern.test(words))) return 'other';
  const field = FIELDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (!field) return undefined;
  const rank = SURER.findIndex((pattern) => pattern.test(words));
  return { field, sure: rank < 0 ? 0 : SURER.length - rank };
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** "I" under "Thời gian (quý)", "Quý 2", "Tháng 3", "T3". */
function tickOf(words: string, upper: string | undefined): Tick | undefined {
  const quarter = /^(?:quy |q ?)?(iv|i{1,3}|[1-4])$/.exec(words)?.[1];
  const month = /^(?:thang |t ?)?(\d{1,2})$/.exec(words)?.[1];
  const unit = unitOf(upper ?? '') ?? unitOf(words);
  if (unit === 'quarter' && quarter) return { unit, n: ROMAN.indexOf(quarter) + 1 || Number(quarter) };
  if (unit === 'month' && month && Number(month) >= 1 && Number(month) <= 12)
    return { unit, n: Number(month) };
  return undefined;
}

/** The unit in which a column of times counts: "Thời gian (tháng)": 4 is April. */
export function unitOf(words: string): Tick['unit'] | undefined {
  const folded = fold(words);
  if (/(?:^| )(?:quy|quarter)s?(?: |$)/.test(folded) || /^q ?[1-4]$/.test(folded)) return 'quarter';
  return /(?:^| )(?:thang|month)s?(?: |$)/.test(folded) || /^t ?\d{1,2}$/.test(folded) ? 'month' : undefined;
}
