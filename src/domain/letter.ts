/** The official letters of an inspection of which a draft can be made, and the notice of its plan (thông báo kế hoạch). */
export const LETTER_KINDS = ['proposal', 'reply', 'notice', 'change', 'stop', 'conclusion'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
