/** The states of an inspection. `recalled` drafts keep their code; `not_held`: both agreed not to hold it. */
export const INSPECTION_STATES = [
  'draft',
  'awaiting_leader',
  'proposed',
  'countered',
  'declined',
  'agreed',
  'official',
  'under_way',
  'concluded',
  'stopped',
  'not_held',
] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** How the sides work together: lead with the other coordinating, seconding staff, or alone with notice given. */
export const MODES = ['coordinate', 'second_staff', 'alone_notified'] as const;
export type Mode = (typeof MODES)[number];

/** Whose inspection it is (chủ thể). */
export const SUBJECT_BODIES = ['committee', 'standing_board', 'inspection_committee'] as const;
export type SubjectBody = (typeof SUBJECT_BODIES)[number];

export const SESSION_KINDS = ['announce', 'work', 'conclude'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SYMBOL_USES = ['letter', 'decision', 'plan', 'notice', 'conclusion'] as const;
export type SymbolUse = (typeof SYMBOL_USES)[number];

/** A committee's reasons, picked from a list; `other` takes words of its own. */
export const COMMITTEE_REASONS = [
  'schedule_clash',
  'awaiting_committee',
  'no_staff',
  'next_quarter',
  'other',
] as const;

/** What a member who is asked may have to say, and why one asks for a substitute. */
export const MEMBER_REASONS = ['busy', 'other_hour', 'away', 'other'] as const;
export const LEAVE_REASONS = ['busy', 'away', 'other'] as const;

/** All that are stored. A member's answers of before bear those of a committee. */
export const REASONS = [...COMMITTEE_REASONS, 'busy', 'other_hour', 'away'] as const;
export type Reason = (typeof REASONS)[number];

const LIVE: readonly InspectionState[] = ['agreed', 'official', 'under_way'];

/** Agreed and not yet ended: notices, changes and stops are possible. */
export const isLive = (state: InspectionState): boolean => LIVE.includes(state);

/** Not ended in any way; drafts included. */
export const isOpen = (state: InspectionState): boolean =>
  !['concluded', 'stopped', 'not_held'].includes(state);
