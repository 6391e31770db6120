import { MODES, type Mode, SUBJECT_BODIES, type SubjectBody } from '../../domain/inspection.ts';
import { KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import { LOCALES, say } from '../../locales/index.ts';
import type { TextKey } from '../../locales/keys.ts';

/** Names that stood on screens and in exported files before. */
const FORMER: Partial<Record<Kind | Mode | SubjectBody, readonly string[]>> = {
  inspection_work: ['Kiểm tra nhiệm vụ KT, GS'],
  discipline_execution: ['Kiểm tra thi hành kỷ luật', 'Kiểm tra việc thi hành kỷ luật trong Đảng'],
  discipline_complaint: ['Giải quyết khiếu nại kỷ luật'],
  second_staff: ['Cử cán bộ tham gia'],
  alone_notified: ['Thực hiện riêng, có thông báo'],
};

/** The names of the kinds as people read them, in both languages. */
export const kindNames = (): Map<Kind, string[]> =>
  new Map(KIND_KEYS.map((key) => [key, namesOf(key, `kind-${key}`)]));

/** The names of the modes, in both languages. */
export const modeNames = (): Map<Mode, string[]> =>
  new Map(MODES.map((key) => [key, namesOf(key, `mode-${key}`)]));

/** The names of those whose an inspection may be, in both languages. */
export const bodyNames = (): Map<SubjectBody, string[]> =>
  new Map(SUBJECT_BODIES.map((key) => [key, namesOf(key, `body-${key}`)]));

function namesOf(key: Kind | Mode | SubjectBody, text: TextKey): string[] {
  return [...LOCALES.map((locale) => say(locale, text)), ...(FORMER[key] ?? [])];
}
