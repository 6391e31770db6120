/** The kinds of messages that wait in the outbox. What each refers to, and how it is told, stands in usecases/outbox/kinds.ts. */
export const OUTBOX_KINDS = [
  'said',
  'proposal',
  'decision',
  'approval',
  'push',
  'reminder',
  'own-leader',
  'across',
  'day-before',
  'change',
  'outcome',
  'group-event',
  'group-tally',
  'exchange',
  'exchange-state',
  'exchange-news',
  'exchange-step',
  'plan',
  'plan-finding',
  'file',
  'chain-head',
  'digest',
  'board',
  'while-away',
] as const;

export type OutboxKind = (typeof OUTBOX_KINDS)[number];
