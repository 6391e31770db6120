import { z } from 'zod';
import { isInWindow } from '../../domain/change.ts';
import { MODES, SUBJECT_BODIES, type SubjectBody } from '../../domain/inspection.ts';
import { bodyFor, KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import { SIDES } from '../../domain/side.ts';
import type { Content } from '../inspection/write-version.ts';
import { planned, sessionFields } from './session-data.ts';
import { teamFields } from './team-data.ts';

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
  /** Members beside the organisation, or alone: a number and no names. */
  memberCount: z.number().optional(),
  isOfMembers: z.boolean().optional(),
  /** `coveredTo` excluded; null beside a first day: up to when it is held. */
  coveredFrom: z.string().nullable().optional(),
  coveredTo: z.string().nullable().optional(),
  ...sessionFields,
  ...teamFields,
  /** An entry that is proposed anew. */
  inspectionId: z.number().optional(),
  /** The line of the year's plan that it is proposed from. */
  planItemId: z.number().optional(),
  /** Why an overlap is kept: a key of the list. */
  overlapReason: z.string().optional(),
});
export type ProposeData = z.infer<typeof proposeData>;

/**
 * The body of a proposal that is written at once: most supervisions are of the committees that propose them, so that the preview shows it
 * and offers another. What is a cấp uỷ's by its kind is asked.
 */
export function bodyAtOnce(kind: Kind | undefined): SubjectBody | undefined {
  const body = kind && bodyFor(kind);
  return body === 'inspection_committee' ? body : undefined;
}

/** The content that the form describes; throws when a question is still open: a bug. */
export function contentOf(data: ProposeData): Content {
  const { kind, targetId, subject, leadSide, mode, windowFrom, windowTo } = data;
  if (!kind || !targetId || !leadSide || !mode || !windowFrom || !windowTo)
    throw new Error('the form is not complete');
  return {
    targetId,
    kind,
    subjectBody: bodyFor(kind, data.body),
    subject: subject ?? null,
    leadSide,
    mode,
    windowFrom,
    windowTo,
    memberCount: data.memberCount ?? 0,
    isOfMembers: data.isOfMembers ?? false,
    coveredFrom: data.coveredFrom ?? null,
    coveredTo: data.coveredTo ?? null,
    sessions: (data.sessions ?? [])
      .map(planned)
      .filter((one) => isInWindow(one.startsAt, { windowFrom, windowTo })),
  };
}
