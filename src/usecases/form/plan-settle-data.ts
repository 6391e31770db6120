import { z } from 'zod';
import { MODES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import { SETTLEMENTS } from '../../domain/plan.ts';
import { SIDES } from '../../domain/side.ts';
import { type Opened, openFinding } from '../plan/load-finding.ts';
import type { NewSettlement } from '../plan/propose-settlement.ts';
import type { Actor, Work } from '../work.ts';
import { reasonData } from './reason-steps.ts';

/** What the forms of a finding have gathered; `gaps` of a plan: one reason for all of them. `isBare`: a sensitive kind is among the lines. `windowTo` excluded. */
export const settleData = reasonData.extend({
  findingId: z.number(),
  how: z.enum([...SETTLEMENTS, 'gaps']),
  planId: z.number().optional(),
  /** A merge into an inspection that both have agreed to: nothing is asked. */
  isAnswered: z.boolean().optional(),
  kind: z.enum(KIND_KEYS).optional(),
  /** It was the only one that could move. */
  isOnlyLine: z.boolean().optional(),
  itemId: z.number().optional(),
  leadSide: z.enum(SIDES).optional(),
  mode: z.enum(MODES).optional(),
  windowFrom: z.string().optional(),
  windowTo: z.string().optional(),
});
export type SettleData = z.infer<typeof settleData>;

/** The finding as it is now; a form lives for a day. */
export const findingOf = (work: Work, actor: Actor, data: SettleData): Promise<Opened | undefined> =>
  openFinding(work, actor, data.findingId);

/** What the use case takes, of a form that is filled in. */
export function settlementOf(data: SettleData): NewSettlement {
  const window = { windowFrom: data.windowFrom!, windowTo: data.windowTo! };
  if (data.how === 'merge') return { how: 'merge', leadSide: data.leadSide!, mode: data.mode!, ...window };
  if (data.how === 'shift') return { how: 'shift', itemId: data.itemId!, ...window };
  if (data.how === 'fill') return { how: 'fill', kind: data.kind!, ...window };
  return { how: 'keep', reason: data.reason!, reasonText: data.reasonText || undefined };
}
