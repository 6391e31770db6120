import { type SQL, sql } from 'drizzle-orm';
import { REPLIES } from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';

/** What became of what was asked, by when it was due and when it was done, as a number from 1 in the order of REPLIES. */
export const replyNumber = (work: Work, dueAt: SQL, doneAt: SQL): SQL => sql`
  case when ${doneAt} <= ${dueAt} then 1 when ${doneAt} is not null then 2 when ${dueAt} < ${work.now.toISO()} then 3 else 4 end`;

/** The name of such a number. */
export const replyNamed = (number: SQL): SQL => sql`(${`{${REPLIES.join(',')}}`}::text[])[${number}]`;
