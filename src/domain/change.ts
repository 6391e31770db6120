import type { DateTime } from 'luxon';
import type { Mode, SessionKind, SubjectBody } from './inspection.ts';
import type { Kind } from './kinds.ts';
import type { Side } from './side.ts';

/** A session as people agree on it; an instant and a place. */
export type PlannedSession = { kind: SessionKind; startsAt: DateTime; place: string };

/** What is material in an inspection: to touch any of it after agreement is "Điều chỉnh lần n". Symbols and teams are not. */
export type Material = {
  targetId: number;
  kind: Kind;
  subjectBody: SubjectBody;
  subject: string | null;
  leadSide: Side;
  mode: Mode;
  windowFrom: string;
  /** Excluded. */
  windowTo: string;
  sessions: PlannedSession[];
};

/** What a change may touch, in the order in which it is shown. */
const CHANGE_FIELDS = ['window', 'sessions', 'target', 'kind', 'subject', 'body', 'lead', 'mode'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** The fields in which two contents differ; none: nothing to confirm, and nothing that voids an answer (R5). */
export const changedFields = (before: Material, after: Material): ChangeField[] =>
  CHANGE_FIELDS.filter((field) => partOf(before, field) !== partOf(after, field));

function partOf(content: Material, field: ChangeField): string | number {
  switch (field) {
    case 'window':
      return `${content.windowFrom}/${content.windowTo}`;
    case 'sessions':
      return inOrder(content.sessions)
        .map((one) => `${one.startsAt.toMillis()} ${one.kind} ${one.place}`)
        .join('\n');
    case 'target':
      return content.targetId;
    case 'body':
      return content.subjectBody;
    case 'lead':
      return content.leadSide;
    case 'subject':
      return content.subject ?? '';
    default:
      return content[field];
  }
}

/** Sessions in order of time. */
export const inOrder = <T extends { startsAt: DateTime }>(sessions: readonly T[]): T[] =>
  sessions.toSorted((one, other) => one.startsAt.toMillis() - other.startsAt.toMillis());

/** Whether an instant falls on a day of the window, by the day that the instant's zone shows. */
export function isInWindow(at: DateTime, window: { windowFrom: string; windowTo: string }): boolean {
  const day = at.toISODate();
  return day !== null && day >= window.windowFrom && day < window.windowTo;
}
