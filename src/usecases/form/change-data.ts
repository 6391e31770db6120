import { DateTime } from 'luxon';
import type { ChangeField, Material, PlannedSession } from '../../domain/change.ts';
import type { Mode, Reason, SessionKind, SubjectBody } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { FormData } from './form.ts';

/** A session as it stands in a form's row: `at` is an ISO instant with offset. */
export type TypedSession = { kind: SessionKind; at: string; place: string };

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

/** What the form of a change gathers; names shared with the proposal form, whose steps it uses; `windowTo` excluded. */
export type ChangeData = {
  inspectionId: number;
  pairId: number;
  baseVersionId: number;
  fields?: FormField[];
  windowFrom?: string;
  windowTo?: string;
  sessions?: TypedSession[];
  sessionsDone?: boolean;
  session?: { kind: SessionKind; at?: string };
  leadSide?: Side;
  mode?: Mode;
  body?: SubjectBody;
  subject?: string;
  targetId?: number;
  kind?: Kind;
  reason?: Reason;
  reasonText?: string;
};

export const changeOf = (data: FormData): ChangeData => data as ChangeData;

/** The kind comes first: a sensitive one leaves nothing to write in (C4). */
const ASKED: readonly FormField[] = ['kind', ...FORM_FIELDS.filter((field) => field !== 'kind')];

/** The first question that is still open; `preview` when all are answered. */
export function openQuestion(data: ChangeData): string {
  const isBare = data.kind !== undefined && isSensitiveKind(data.kind);
  const isOpen: Record<FormField, boolean> = {
    window: data.windowFrom === undefined,
    sessions: !isBare && !data.sessionsDone,
    lead: data.leadSide === undefined,
    mode: data.mode === undefined,
    body: data.body === undefined,
    subject: !isBare && data.subject === undefined,
    target: data.targetId === undefined,
    kind: data.kind === undefined,
  };
  const fields = data.fields ?? [];
  const field = ASKED.find((one) => fields.includes(one) && isOpen[one]);
  if (field) return field;
  if (data.reason === undefined) return 'reason';
  if (data.reason !== 'other' || data.reasonText !== undefined) return 'preview';
  return asksText(data) ? 'words' : 'secret_words';
}

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
