/** For a đầu mối each working day, for members each week, for chairs each month; by setting. */
export const DIGEST_KINDS = ['daily', 'weekly', 'monthly'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** `told`: handed to the outbox; `skipped`: a later slot took its place, or it was turned off. */
export const DIGEST_SLOT_STATES = ['pending', 'told', 'skipped'] as const;
