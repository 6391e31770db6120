/** What is asked: own leader's word before crossing; the other side's reply; a leader's decision; answers to a notice; confirmations. */
export const REQUEST_KINDS = [
  'approval',
  'proposal',
  'decision',
  'notice',
  'change',
  'stop',
  'not_held',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `waiting`: made, not crossed yet (recall). `met`: answered or quorum reached. `void`: a change or stop overtook it. */
export const REQUEST_STATES = ['waiting', 'open', 'met', 'void'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Why a person is asked ("Vì sao tôi nhận"). */
export const CAPACITIES = ['secretary', 'in_charge', 'team', 'leader', 'substitute'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const ANSWERS = [
  'received',
  'attending',
  'substitute_asked',
  'opinion',
  'to_leader',
  'direct_talk',
  'agreed',
  'countered',
  'declined',
  'approved',
  'not_approved',
  'confirmed',
  'refused',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** How an answer came: the person's own tap, or recorded by the đầu mối from a talk, a call, paper or a note on the file (bút phê). */
export const VIAS = ['tap', 'in_person', 'phone', 'paper', 'note'] as const;
export type Via = (typeof VIAS)[number];

export const STEP_KINDS = [
  'half',
  'last_morning',
  'again',
  'own_leader',
  'across',
  'day_before',
  'cross',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];
