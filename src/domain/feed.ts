/** What a calendar feed shows: only that one is busy, or code, kind, lead and place (C7). */
export const FEED_DETAILS = ['busy', 'full'] as const;
export type FeedDetails = (typeof FEED_DETAILS)[number];
