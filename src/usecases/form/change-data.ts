import { z } from 'zod';
import { type ChangeField, type Material, weighSchedule } from '../../domain/change.ts';
import { MODES, SUBJECT_BODIES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import { SIDES } from '../../domain/side.ts';
import { bearsText } from './inspection-steps.ts';
import { reasonData } from './reason-steps.ts';
import { planned, sessionFields, typedSession } from './session-data.ts';

/** What may be changed by the form, in the order in which it is offered. */
export const FORM_FIELDS = [
  'window',
  'sessions',
  'lead',
  'mode',
  'body',
  'subject',
  'covered',
  'target',
  'members',
  'kind',
] as const satisfies readonly ChangeField[];
export type FormField = (typeof FORM_FIELDS)[number];

/** What the form of a change gathers; names shared with the proposal form, whose questions it asks; `windowTo` excluded. */
export const changeData = reasonData.extend({
  inspectionId: z.number(),
  pairId: z.number(),
  baseVersionId: z.number(),
  /** The schedule that stood when the form was opened, and how much had been said of it. */
  baseSchedule: z.number().optional(),
  stood: z.array(typedSession).optional(),
  /** Of the version that the form was opened on. */
  baseKind: z.enum(KIND_KEYS).optional(),
  baseBody: z.enum(SUBJECT_BODIES).optional(),
  /** Whether it is the lead's đầu mối who fills it in. */
  isLead: z.boolean().optional(),
  fields: z.array(z.enum(FORM_FIELDS)).optional(),
  windowFrom: z.string().optional(),
  windowTo: z.string().optional(),
  ...sessionFields,
  leadSide: z.enum(SIDES).optional(),
  mode: z.enum(MODES).optional(),
  body: z.enum(SUBJECT_BODIES).optional(),
  subject: z.string().optional(),
  memberCount: z.number().optional(),
  isOfMembers: z.boolean().optional(),
  coveredFrom: z.string().nullable().optional(),
  coveredTo: z.string().nullable().optional(),
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
    ...(data.coveredFrom === undefined
      ? {}
      : { coveredFrom: data.coveredFrom, coveredTo: data.coveredTo ?? null }),
    ...(data.targetId ? { targetId: data.targetId } : {}),
    ...(data.memberCount === undefined
      ? {}
      : { memberCount: data.memberCount, isOfMembers: data.isOfMembers ?? false }),
    ...(data.kind ? { kind: data.kind } : {}),
  };
}

/** Whether what was gathered is only said, by the lead, and asks the other side for nothing: then no reason is asked. */
export function isOnlySaid({
  fields = [],
  stood,
  sessions,
  sessionsDone,
  isLead = false,
}: ChangeData): boolean {
  if (!sessionsDone || !stood || fields.some((field) => field !== 'sessions')) return false;
  return weighSchedule(stood.map(planned), (sessions ?? []).map(planned), { isLead }).kind === 'said';
}
