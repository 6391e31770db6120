type Kind = {
  /** Whether one asks something of its reader (to answer, decide, confirm, put right, come, or not come) or informs (R15). */
  says: 'asks' | 'informs';
  /** Notes that say otherwise than the kind. */
  but?: readonly string[];
  /** Outside of working time it goes without a sound (R14); the others are said when somebody has acted, at any hour. */
  isOfHours: boolean;
  /** It asks for no answer by itself: the last sound of a day and of a week is left to what does (R15). */
  yields?: boolean;
};

const OUTBOX_KINDS = {
  said: { says: 'informs', but: ['confirm-account', 'handover-offered', 'unreachable'], isOfHours: false },
  proposal: { says: 'asks', isOfHours: false },
  decision: { says: 'asks', isOfHours: false },
  approval: { says: 'asks', isOfHours: false },
  push: { says: 'asks', isOfHours: true },
  reminder: { says: 'asks', isOfHours: true },
  'own-leader': { says: 'asks', isOfHours: true },
  across: { says: 'asks', isOfHours: true },
  'day-before': { says: 'asks', isOfHours: true, yields: true },
  change: { says: 'asks', isOfHours: false },
  outcome: {
    says: 'informs',
    but: [
      'countered',
      'declined',
      'not_approved',
      'opinion',
      'substitute_asked',
      'unreached',
      'change_refused',
      'stop_refused',
      'not_held_refused',
      'stopped',
    ],
    isOfHours: false,
  },
  'group-event': { says: 'informs', isOfHours: true },
  'group-tally': { says: 'informs', isOfHours: true },
  exchange: { says: 'asks', but: ['noted'], isOfHours: true },
  'exchange-state': { says: 'informs', isOfHours: true },
  'exchange-news': { says: 'asks', isOfHours: false },
  'exchange-step': { says: 'asks', isOfHours: true },
  plan: { says: 'asks', but: ['approved'], isOfHours: true },
  'plan-finding': { says: 'asks', but: ['answered'], isOfHours: true },
  file: { says: 'informs', isOfHours: true },
  'chain-head': { says: 'asks', isOfHours: false },
  digest: { says: 'asks', isOfHours: true, yields: true },
  board: { says: 'informs', isOfHours: true },
  'while-away': { says: 'asks', isOfHours: true },
} as const satisfies Record<string, Kind>;

/** The kinds of outbox rows; each but `said` is composed again at sending, from ids. */
export type OutboxKind = keyof typeof OUTBOX_KINDS;

/** Whether what is said asks or informs, by its kind and note (R15). What it holds when it goes out may ask nothing any more. */
export function saysOf(kind: OutboxKind, note?: string): 'asks' | 'informs' {
  const { says, but = [] }: Kind = OUTBOX_KINDS[kind];
  if (note === undefined || !but.includes(note)) return says;
  return says === 'asks' ? 'informs' : 'asks';
}

/** Whether a kind makes no sound outside of working time (R14). */
export const isOfHours = (kind: OutboxKind): boolean => OUTBOX_KINDS[kind].isOfHours;

/** Whether a kind leaves the last sound to what asks for an answer (R15). */
export function yieldsSound(kind: OutboxKind): boolean {
  const { yields = false }: Kind = OUTBOX_KINDS[kind];
  return yields;
}

/** What goes out together in the order in which it takes the sounds: a digest before what it says too, what asks for no answer last. */
export function inOrderOfSounds<R extends { kind: OutboxKind }>(rows: readonly R[]): R[] {
  const rank = ({ kind }: R) => (kind === 'digest' ? 0 : yieldsSound(kind) ? 2 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}
