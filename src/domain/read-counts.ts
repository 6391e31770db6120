import { fold, visible } from './fold.ts';
import { type CountFault, type Counts, checkCounts } from './outcome.ts';
import { ownEntry } from './own-entry.ts';

/** Why a line of counts was not taken; `part`: the words in question as typed; `suggestion`: a line that was probably meant. */
export type ReadFault =
  | CountFault
  | { fault: 'empty' | 'bare-parts' | 'no-parts' }
  | { fault: 'no-total'; suggestion: number }
  | { fault: 'unclear' | 'twice'; part: string };

const NAMES: Record<string, readonly string[]> = {
  reprimand: ['khien trach', 'reprimand', 'reprimands', 'reprimanded'],
  warning: ['canh cao', 'warning', 'warnings', 'warned'],
  dissolution: ['giai tan', 'dissolution', 'dissolutions', 'dissolved'],
  dismissal: ['cach chuc', 'dismissal', 'dismissals', 'dismissed'],
  expulsion: ['khai tru', 'expulsion', 'expulsions', 'expelled'],
};

const NOTHING = ['0', 'khong', 'khong co', 'khong phat sinh', 'none', 'no', 'nothing'];
const TOTAL_WORDS =
  /\b(?:tong so|tong|so|to chuc dang|to chuc|dang vien|bi ky luat|total|disciplined|party|organisations?|organizations?|members?)\b/gu;
const BETWEEN_PARTS = /[+,;\n]|\s(?:và|va|and)\s/iu;
/** "46, trong đó: …" and "46 (…)" say that the parts begin. */
const PARTS_BEGIN =
  /[,;]?\s*(?:\(|(?<!\p{L})(?:trong đó|trong do|gồm|gom|of which|including)(?!\p{L}))\s*:?/iu;
/** "1.200" is twelve hundred; a comma stands between parts. */
const THOUSANDS = /(?<![\d.])(\d{1,3})\.(\d{3})(?![\d.])/gu;

/**
 * Counts as people type them: "46 = 30 + 15 + 0 + 1" or "46; 30; 15; 0; 1" in the order of the forms, "46: 30 khiển trách, 15 cảnh cáo,
 * 1 khai trừ" by name, "0" or "không" for none; with or without accents, also in English. The total comes first and the parts
 * sum to it (R10).
 */
export function readCounts<Form extends string>(
  forms: readonly Form[],
  typed: string,
): { counts: Counts<Form> } | ReadFault {
  const line = lineOf(typed);
  if (line === '') return { fault: 'empty' };
  if (NOTHING.includes(fold(line))) return { counts: countsOf(forms, 0, {}) };
  const { head, parts } = split(line);
  const total = totalOf(head);
  if (total === undefined) return withoutTotal(forms, head, parts);
  if (parts.length === 0) return total === 0 ? { counts: countsOf(forms, 0, {}) } : { fault: 'no-parts' };
  const read = readParts(forms, parts);
  if ('fault' in read) return read;
  const counts = countsOf(forms, total, read.by);
  return checkCounts(forms, counts) ?? { counts };
}

const lineOf = (typed: string): string =>
  visible(typed)
    .replace(THOUSANDS, '$1$2')
    .replace(PARTS_BEGIN, ' = ')
    .trim()
    .replace(/\)?\.?$/u, '');

/** The total before "=" or ":", else the first piece; a colon after a form's name belongs to that part. */
function split(line: string): { head: string; parts: string[] } {
  const at = line.search(/[=:]/u);
  const isHead = at > 0 && !BETWEEN_PARTS.test(line.slice(0, at)) && totalOf(line.slice(0, at)) !== undefined;
  const [head, rest] = isHead ? [line.slice(0, at), line.slice(at + 1)] : ['', line];
  const parts = rest.split(BETWEEN_PARTS).map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  return isHead ? { head, parts } : { head: parts[0] ?? '', parts: parts.slice(1) };
}

const isPlain = (part: string): boolean => /^[\p{L}\p{M}\p{N}\s:]+$/u.test(part);

function totalOf(head: string): number | undefined {
  const bare = isPlain(head) ? fold(head).replace(TOTAL_WORDS, '').trim() : '';
  return /^\d{1,7}$/u.test(bare) ? Number(bare) : undefined;
}

/** Forms without a total before them: what they sum to is said, so that the person can write it. */
function withoutTotal<Form extends string>(forms: readonly Form[], head: string, parts: string[]): ReadFault {
  const read = readParts(forms, [head, ...parts]);
  if ('fault' in read) return read.fault === 'bare-parts' ? { fault: 'unclear', part: head } : read;
  return { fault: 'no-total', suggestion: sumOf(Object.values<number | undefined>(read.by)) };
}

const sumOf = (values: (number | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

type Parts<Form extends string> = { by: Partial<Record<Form, number>> };

function readParts<Form extends string>(forms: readonly Form[], parts: string[]): Parts<Form> | ReadFault {
  const read = parts.map((part) => ({ part, ...pieceOf(part) }));
  const odd = read.find(({ count }) => count === undefined);
  if (odd) return { fault: 'unclear', part: odd.part };
  if (read.every(({ name }) => name === '')) return inOrder(forms, read);
  const by: Partial<Record<Form, number>> = {};
  for (const { part, count, name } of read) {
    const form = forms.find((one) => ownEntry(NAMES, one)?.includes(name!));
    if (!form) return { fault: 'unclear', part };
    if (by[form] !== undefined) return { fault: 'twice', part };
    by[form] = count!;
  }
  return { by };
}

/** Bare numbers stand for all forms in their order, none left out. */
function inOrder<Form extends string>(
  forms: readonly Form[],
  read: { count?: number }[],
): Parts<Form> | ReadFault {
  if (read.length !== forms.length) return { fault: 'bare-parts' };
  return { by: Object.fromEntries(forms.map((form, i) => [form, read[i]!.count])) as Parts<Form>['by'] };
}

/** "30", "30 khiển trách" or "khiển trách: 30". */
function pieceOf(part: string): { count?: number; name?: string } {
  const folded = isPlain(part) ? fold(part) : '';
  const [, before, name] = /^(\d{1,7}) ?(\D*)$/u.exec(folded) ?? [];
  if (before !== undefined) return { count: Number(before), name: name! };
  const [, named, after] = /^(\D+) (\d{1,7})$/u.exec(folded) ?? [];
  return after === undefined ? {} : { count: Number(after), name: named! };
}

function countsOf<Form extends string>(
  forms: readonly Form[],
  total: number,
  by: Partial<Record<Form, number>>,
): Counts<Form> {
  const parts = Object.fromEntries(forms.map((form) => [form, by[form] ?? 0])) as Record<Form, number>;
  return { total, ...parts };
}
