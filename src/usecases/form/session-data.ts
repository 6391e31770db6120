import { DateTime } from 'luxon';
import { z } from 'zod';
import type { PlannedSession } from '../../domain/change.ts';
import { SESSION_KINDS } from '../../domain/inspection.ts';
import { ZONE } from '../../domain/working-time.ts';

/** A session as it stands in a form's row: `at` is an ISO instant with offset. */
export const typedSession = z.object({ kind: z.enum(SESSION_KINDS), at: z.string(), place: z.string() });
export type TypedSession = z.infer<typeof typedSession>;

/** What the questions of a schedule fill in; `session`: the one that is being typed. */
export const sessionFields = {
  sessions: z.array(typedSession).optional(),
  sessionsDone: z.boolean().optional(),
  session: z.object({ kind: z.enum(SESSION_KINDS), at: z.string().optional() }).optional(),
};

export const planned = (session: TypedSession): PlannedSession => ({
  kind: session.kind,
  place: session.place,
  startsAt: DateTime.fromISO(session.at, { zone: ZONE }),
});

export const typed = ({ kind, startsAt, place }: PlannedSession): TypedSession => ({
  kind,
  at: startsAt.toISO()!,
  place,
});
