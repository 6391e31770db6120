import { DateTime } from 'luxon';
import { ZONE } from '../../domain/working-time.ts';
import type { Claimed } from '../outbox/claim.ts';
import { datedArg, text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Composed } from './index.ts';

/** A message that went this much later than it was to go says so: an hour that it names, or a "today", may be past. */
const LATE_MINUTES = 60;

/** Whether a row goes out later than it was to go. */
export const isLate = (work: Work, { dueMs }: Pick<Claimed, 'dueMs'>): boolean =>
  dueMs !== undefined && work.now.toMillis() - dueMs >= LATE_MINUTES * 60_000;

/** What goes out for a row, with a line that says since when it is late. Edits show what is now; a digest says it itself. */
export function sayLate(work: Work, row: Claimed, made: Composed): Composed {
  if ('skip' in made || row.editMessageId !== null || row.kind === 'digest' || !isLate(work, row))
    return made;
  const at = datedArg(DateTime.fromMillis(row.dueMs!, { zone: ZONE }));
  return {
    ...made,
    message: { ...made.message, lines: [...made.message.lines, text('message-late', { at })] },
  };
}
