/** So many answers may wait for one chat; at one a second that is as long as anybody waits for a word. */
export const ROOM = 20;

/** What waits for a chat: answers, edits of one message counted once; which of these an edit would only replace; the word itself. */
export type Waiting = { answers: number; replaces: boolean; isToldTooMany: boolean };

/** `place`: how many wait before it. */
export type Room = { kind: 'say'; place: number } | { kind: 'too-many'; place: number } | { kind: 'drop' };

/**
 * Whether one more answer finds room among those that wait for its chat. Beyond it one word says that there are too many, and while
 * that word waits nothing is added; a newer edit of a message takes the place of the older one always.
 */
export function roomFor({ answers, replaces, isToldTooMany }: Waiting): Room {
  const place = Math.min(answers, ROOM);
  if (replaces || (answers < ROOM && !isToldTooMany)) return { kind: 'say', place };
  return isToldTooMany ? { kind: 'drop' } : { kind: 'too-many', place };
}
