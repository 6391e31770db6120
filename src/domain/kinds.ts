/**
 * The kinds of inspection as data (R1: rules change). `sensitive`: no text at all (C4). `overlaps`: counted by R2;
 * regular supervision, denunciations and complaints stay out.
 */
export const KINDS = [
  { key: 'signs_of_violation', sensitive: true, overlaps: true },
  { key: 'compliance', sensitive: false, overlaps: true },
  { key: 'inspection_work', sensitive: false, overlaps: true },
  { key: 'discipline_execution', sensitive: false, overlaps: true },
  { key: 'party_finance', sensitive: false, overlaps: true },
  { key: 'regular_supervision', sensitive: false, overlaps: false },
  { key: 'thematic_supervision', sensitive: false, overlaps: true },
  { key: 'denunciation', sensitive: true, overlaps: false },
  { key: 'discipline_complaint', sensitive: true, overlaps: false },
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
