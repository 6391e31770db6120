/**
 * Who of a target is inspected: the organisation itself, beside so many of its members (đảng viên), or these alone. A count, never a
 * name: names of people do not come in.
 */
export type Inspected = { memberCount: number; isOfMembers: boolean };

export const ORGANISATION: Inspected = { memberCount: 0, isOfMembers: false };

/** As many as three digits say. */
export const MOST_MEMBERS = 999;

const COUNT = '(\\d{1,3})';
const WHO = '(?:đồng chí|dong chi|đ/c|đc|đảng viên|dang vien|party members?|members?|comrades?)';
const BESIDE = new RegExp(`^(.+?)(?:,? (?:và|va|and|cùng|cung) |, )${COUNT}\\s+${WHO}$`, 'iu');
const ALONE = new RegExp(
  `^${COUNT}\\s+${WHO}\\s+(?:(?:thuộc|thuoc|của|cua|ở|tại|tai|of|in|at)\\s+)?(.+)$`,
  'iu',
);
const ONLY_COUNT = new RegExp(`^(và|va|and|chỉ|chi|only)\\s+${COUNT}(?:\\s+${WHO})?$`, 'iu');

/** One blank between words, no full stop at the end. */
const tidy = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[ .]+$/u, '')
    .trim();

/** "Chi bộ Y và 02 đồng chí", "02 đồng chí thuộc Chi bộ Y": the organisation as it was typed, and who of it; undefined: it names no members. */
export function takeMembers(typed: string): { organisation: string; inspected: Inspected } | undefined {
  const written = tidy(typed);
  const beside = BESIDE.exec(written);
  if (beside) return counted(beside[1]!, beside[2]!, false);
  const alone = ALONE.exec(written);
  return alone ? counted(alone[2]!, alone[1]!, true) : undefined;
}

/** "và 02 đồng chí", "chỉ 02 đồng chí"; undefined: neither, or none of them. */
export function readMembers(typed: string): Inspected | undefined {
  const [, how, count] = ONLY_COUNT.exec(tidy(typed)) ?? [];
  const memberCount = Number(count ?? 0);
  return memberCount > 0 ? { memberCount, isOfMembers: /^(?:ch|only)/iu.test(how!) } : undefined;
}

function counted(organisation: string, count: string, isOfMembers: boolean) {
  const memberCount = Number(count);
  return memberCount > 0 ? { organisation, inspected: { memberCount, isOfMembers } } : undefined;
}

/** "02": so counts of people are written. */
export const twoDigits = (count: number): string => String(count).padStart(2, '0');
