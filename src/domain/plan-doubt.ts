import type { Kind } from './kinds.ts';
import { PLAN_WINDOW_FAULTS } from './plan-window.ts';
import type { Side } from './side.ts';

/** Why a row is not taken. */
export const ROW_FAULTS = [
  'secret',
  'hidden',
  'formula',
  'no-target',
  'target-unknown',
  'target-ended',
  'target-early',
  'no-kind',
  'kind-unknown',
  'no-window',
  'lead-unknown',
  'mode-unknown',
  'subject-long',
  'left-out',
  ...PLAN_WINDOW_FAULTS,
] as const;

/** `part` is what was written, and never of a row refused as secret (C3). */
export type RowFault = { why: (typeof ROW_FAULTS)[number]; part?: string };

/** So many letters of what was written are shown with a fault. */
export const FAULT_PART = 40;

/** Words that may mean several things, and which; `targets`: one cell that names several organisations; a window as "from/to", `to` excluded. Of one cell with several organisations: all of them. */
export type Doubt =
  | { what: 'target' | 'targets'; written: string; ids: number[] }
  | { what: 'kind'; written: string; ids: Kind[] }
  | { what: 'window'; written: string; ids: string[] }
  | { what: 'lead'; written: string; ids: Side[] };
