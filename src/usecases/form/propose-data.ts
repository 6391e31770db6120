import { z } from 'zod';
import { isInWindow } from '../../domain/change.ts';
import { MODES, SUBJECT_BODIES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import { SIDES } from '../../domain/side.ts';
import type { Content } from '../inspection/write-version.ts';
import { planned, sessionFields } from './session-data.ts';

/** What the proposal form gathers; `windowTo` excluded. */
export const proposeData = z.object({
  pairId: z.number(),
  /** The question of secrecy was answered with "no" (C1). */
  secretAsked: z.boolean().optional(),
  kind: z.enum(KIND_KEYS).optional(),
  targetId: z.number().optional(),
  subject: z.string().optional(),
  leadSide: z.enum(SIDES).optional(),
  mode: z.enum(MODES).optional(),
  body: z.enum(SUBJECT_BODIES).optional(),
  windowFrom: z.string().optional(),
  windowTo: z.string().optional(),
  ...sessionFields,
  team: z.array(z.number()).optional(),
  /** An entry that is proposed anew. */
  inspectionId: z.number().optional(),
  /** The line of the year's plan that it is proposed from. */
  planItemId: z.number().optional(),
  /** Why an overlap is kept: a key of the list. */
  overlapReason: z.string().optional(),
});
export type ProposeData = z.infer<typeof proposeData>;

/** The content that the form describes; throws when a question is still open: a bug. */
export function contentOf(data: ProposeData): Content {
  const { kind, targetId, subject, leadSide, mode, windowFrom, windowTo } = data;
  if (!kind || !targetId || !leadSide || !mode || !windowFrom || !windowTo)
    throw new Error('the form is not complete');
  return {
    targetId,
    kind,
    subjectBody: data.body ?? 'inspection_committee',
    subject: subject ?? null,
    leadSide,
    mode,
    windowFrom,
    windowTo,
    sessions: (data.sessions ?? [])
      .map(planned)
      .filter((one) => isInWindow(one.startsAt, { windowFrom, windowTo })),
  };
}
