import { DateTime } from 'luxon';
import { z } from 'zod';
import type { ChangeField, Material, PlannedSession } from '../../domain/change.ts';
import { MODES, SESSION_KINDS, SUBJECT_BODIES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import { SIDES } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import { bearsText } from './inspection-steps.ts';
import { reasonData } from './reason-steps.ts';

/** A session as it stands in a form's row: `at` is an ISO instant with offset. */
const typedSession = z.object({ kind: z.enum(SESSION_KINDS), at: z.string(), place: z.string() });
export type TypedSession = z.infer<typeof typedSession>;

/** What may be changed by the form, in the order in which it is offered. */
export const FORM_FIELDS = [
  'window',
  'sessions',
  'lead',
  'mode',
  'body',
  'subject',
  'target',
  'kind',
] as const satisfies readonly ChangeField[];
export type FormField = (typeof FORM_FIELDS)[number];

/** What the form of a change gathers; names shared with the proposal form, whose questions it asks; `windowTo` excluded. */
export const changeData = reasonData.extend({
  inspectionId: z.number(),
  pairId: z.number(),
  baseVersionId: z.number(),
  fields: z.array(z.enum(FORM_FIELDS)).optional(),
  windowFrom: z.string().optional(),
  windowTo: z.string().optional(),
  sessions: z.array(typedSession).optional(),
  sessionsDone: z.boolean().optional(),
  session: z.object({ kind: z.enum(SESSION_KINDS), at: z.string().optional() }).optional(),
  leadSide: z.enum(SIDES).optional(),
  mode: z.enum(MODES).optional(),
  body: z.enum(SUBJECT_BODIES).optional(),
  subject: z.string().optional(),
  targetId: z.number().optional(),
  kind: z.enum(KIND_KEYS).optional(),
});
export type ChangeData = z.infer<typeof changeData>;

/** Whether a field is to be changed. */
export const changes =
  (field: FormField) =>
  ({ fields = [] }: ChangeData): boolean =>
    fields.includes(field);

/** Whether the inspection may bear words after the change: a sensitive kind leaves nothing to write in (C4). */
export const mayBearText = (data: ChangeData): boolean => !data.isBare && bearsText(data);

/** Whether the chosen fields take words of one's own, so that the question of secrecy comes first (C1). */
export const asksText = (data: ChangeData): boolean =>
  (data.fields ?? []).some((field) => field === 'sessions' || field === 'subject' || field === 'target');

/** What is to be changed, as the use case takes it. */
export function changesOf(data: ChangeData): Partial<Material> {
  return {
    ...(data.windowFrom ? { windowFrom: data.windowFrom, windowTo: data.windowTo! } : {}),
    ...(data.sessionsDone ? { sessions: (data.sessions ?? []).map(planned) } : {}),
    ...(data.leadSide ? { leadSide: data.leadSide } : {}),
    ...(data.mode ? { mode: data.mode } : {}),
    ...(data.body ? { subjectBody: data.body } : {}),
    ...(data.subject === undefined ? {} : { subject: data.subject }),
    ...(data.targetId ? { targetId: data.targetId } : {}),
    ...(data.kind ? { kind: data.kind } : {}),
  };
}

export const planned = (session: TypedSession): PlannedSession => ({
  kind: session.kind,
  place: session.place,
  startsAt: DateTime.fromISO(session.at, { zone: ZONE }),
});
