import type { Claimed } from '../outbox/claim.ts';

/** An edit of a message that never went out; one whose message was deleted since comes as a new message. */
export const isEditOfUnsent = (row: Claimed): boolean =>
  row.ref.editOf !== undefined && row.editMessageId === null && row.attempts === 0;
