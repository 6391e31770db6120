/** The official letters of an inspection of which a draft can be made. */
export const LETTER_KINDS = ['proposal', 'reply', 'change', 'stop', 'conclusion'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
