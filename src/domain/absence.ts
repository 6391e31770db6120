/** Nghỉ phép, hoặc đi công tác. */
export const ABSENCE_KINDS = ['leave', 'travel'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const HANDOVER_STATES = ['asked', 'done', 'refused', 'withdrawn'] as const;
