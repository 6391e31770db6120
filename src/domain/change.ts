import type { DateTime } from 'luxon';
import { type Covered, NOT_SAID } from './covered.ts';
import type { Inspected } from './inspected.ts';
import type { Mode, SessionKind, SubjectBody } from './inspection.ts';
import type { Kind } from './kinds.ts';
import type { Side } from './side.ts';

/** A session as people agree on it; an instant and a place. */
export type PlannedSession = { kind: SessionKind; startsAt: DateTime; place: string };

/** What an inspection says. To touch it after agreement is "Điều chỉnh lần n", but for what is only said (`weighChange`). */
export type Material = Covered &
  Inspected & {
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
const CHANGE_FIELDS = [
  'window',
  'sessions',
  'target',
  'members',
  'kind',
  'subject',
  'covered',
  'body',
  'lead',
  'mode',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** What a sensitive kind has none of (C4), by name and as a content without it. */
export const WORDED_FIELDS: readonly string[] = ['subject', 'sessions', 'covered'] satisfies ChangeField[];
export const WORDLESS = { subject: null, ...NOT_SAID };

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
    case 'covered':
      return `${content.coveredFrom}/${content.coveredTo}`;
    case 'target':
      return content.targetId;
    case 'members':
      return `${content.memberCount} ${content.isOfMembers}`;
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

/** Another place for a session that stays at its hour. */
export type Elsewhere = { session: PlannedSession; place: string };

/**
 * What a difference comes to, and why: a change that the other side confirms and that voids answers (R5), or what the lead's đầu
 * mối says to both sides and that voids nothing.
 */
export type Weight =
  | { kind: 'nothing' }
  | {
      kind: 'change';
      reason: 'other_part' | 'not_the_lead' | 'hour_moved' | 'session_dropped' | 'begins_earlier';
    }
  | {
      kind: 'said';
      reason: 'first_schedule' | 'session_added' | 'other_place';
      added: PlannedSession[];
      elsewhere: Elsewhere[];
    };

/** Whether what differs is asked of the other side or only said. `isLead`: it is the lead that says it; the other side proposes. */
export function weighChange(before: Material, after: Material, by: { isLead: boolean }): Weight {
  const fields = changedFields(before, after);
  if (fields.length === 0) return { kind: 'nothing' };
  if (fields.some((field) => field !== 'sessions')) return { kind: 'change', reason: 'other_part' };
  return weighSchedule(before.sessions, after.sessions, by);
}

/** The same of a schedule alone: what was empty is filled, a later session comes, a place is another; no hour moves, nothing goes. */
export function weighSchedule(
  before: readonly PlannedSession[],
  after: readonly PlannedSession[],
  by: { isLead: boolean },
): Weight {
  const { gone, added, elsewhere } = compared(before, after);
  if (gone.length + added.length + elsewhere.length === 0) return { kind: 'nothing' };
  if (!by.isLead) return { kind: 'change', reason: 'not_the_lead' };
  if (gone.length > 0) return { kind: 'change', reason: added.length > 0 ? 'hour_moved' : 'session_dropped' };
  const [first] = inOrder(before);
  if (!first) return { kind: 'said', reason: 'first_schedule', added, elsewhere };
  if (added.some((one) => one.startsAt < first.startsAt)) return { kind: 'change', reason: 'begins_earlier' };
  return { kind: 'said', reason: added.length > 0 ? 'session_added' : 'other_place', added, elsewhere };
}

/** Sessions that went, that came, and that are at another place; one at the same hour and of the same kind is the same session. */
function compared(before: readonly PlannedSession[], after: readonly PlannedSession[]) {
  const left = [...after];
  const take = (fits: (one: PlannedSession) => boolean): PlannedSession | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  // Two at one hour: those whose place stays are found first.
  const rest = before.filter((was) => !take((one) => isSameHour(was, one) && one.place === was.place));
  const gone: PlannedSession[] = [];
  const elsewhere: Elsewhere[] = [];
  for (const was of rest) {
    const now = take((one) => isSameHour(was, one));
    if (now) elsewhere.push({ session: was, place: now.place });
    else gone.push(was);
  }
  return { gone, added: left, elsewhere };
}

const isSameHour = (one: PlannedSession, other: PlannedSession): boolean =>
  +one.startsAt === +other.startsAt && one.kind === other.kind;

/** Sessions in order of time. */
export const inOrder = <T extends { startsAt: DateTime }>(sessions: readonly T[]): T[] =>
  sessions.toSorted((one, other) => one.startsAt.toMillis() - other.startsAt.toMillis());

/** Whether an instant falls on a day of the window, by the day that the instant's zone shows. */
export function isInWindow(at: DateTime, window: { windowFrom: string; windowTo: string }): boolean {
  const day = at.toISODate();
  return day !== null && day >= window.windowFrom && day < window.windowTo;
}
