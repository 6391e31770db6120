import type { SubjectBody } from './inspection.ts';

/** Điều lệ Đảng, Điều 30: what a cấp uỷ inspects, itself or by its Ban Thường vụ, which does so as a rule. */
const BY_COMMITTEE = ['standing_board', 'committee'] as const satisfies SubjectBody[];
/** Điều 32: the tasks of a Uỷ ban Kiểm tra. */
const BY_INSPECTION = ['inspection_committee'] as const satisfies SubjectBody[];
/** Điều 30 and 32: both supervise. */
const BY_ANY = ['inspection_committee', 'standing_board', 'committee'] as const satisfies SubjectBody[];

/**
 * The kinds of inspection as data (R1: rules change). `sensitive`: no text at all (C4). `overlaps`: counted by R2; regular supervision,
 * denunciations and complaints stay out. `bodies`: whose it may be (chủ thể), the usual one first.
 */
export const KINDS = [
  { key: 'signs_of_violation', sensitive: true, overlaps: true, bodies: BY_INSPECTION },
  { key: 'compliance', sensitive: false, overlaps: true, bodies: BY_COMMITTEE },
  { key: 'inspection_work', sensitive: false, overlaps: true, bodies: BY_INSPECTION },
  { key: 'discipline_execution', sensitive: false, overlaps: true, bodies: BY_INSPECTION },
  { key: 'party_finance', sensitive: false, overlaps: true, bodies: BY_INSPECTION },
  { key: 'regular_supervision', sensitive: false, overlaps: false, bodies: BY_ANY },
  { key: 'thematic_supervision', sensitive: false, overlaps: true, bodies: BY_ANY },
  { key: 'denunciation', sensitive: true, overlaps: false, bodies: BY_INSPECTION },
  { key: 'discipline_complaint', sensitive: true, overlaps: false, bodies: BY_INSPECTION },
] as const;

export type Kind = (typeof KINDS)[number]['key'];

/** The keys of KINDS, in their order. */
export const KIND_KEYS = KINDS.map((kind) => kind.key) as [Kind, ...Kind[]];

/** Whether a kind bears no text: a code, a side, a deadline (C4). */
export const isSensitiveKind = (key: Kind): boolean =>
  KINDS.some((kind) => kind.key === key && kind.sensitive);

/** Whether a kind takes part in the search for overlaps (R2). */
export const countsForOverlap = (key: Kind): boolean =>
  KINDS.some((kind) => kind.key === key && kind.overlaps);

/** Whose an inspection of this kind may be, the usual one first. */
export const bodiesOf = (key: Kind): readonly SubjectBody[] => KINDS.find((kind) => kind.key === key)!.bodies;

/** The body that was said where the kind may be its, else the usual one of the kind. */
export const bodyFor = (key: Kind, said?: SubjectBody): SubjectBody => {
  const bodies = bodiesOf(key);
  return said !== undefined && bodies.includes(said) ? said : bodies[0]!;
};
