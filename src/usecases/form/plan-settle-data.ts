import type { Mode, Reason } from '../../domain/inspection.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import { type Opened, openFinding } from '../plan/load-finding.ts';
import type { NewSettlement } from '../plan/propose-settlement.ts';
import type { Actor, Work } from '../work.ts';
import type { FormData } from './form.ts';

/** What the forms of a finding have gathered; `gaps` of a plan: one reason for all of them. `windowTo` excluded. */
export type SettleData = {
  findingId: number;
  how: NewSettlement['how'] | 'gaps';
  planId?: number;
  /** No words: a sensitive kind is among the lines (C4). */
  isBare?: boolean;
  /** A merge into an inspection that both have agreed to: nothing is asked. */
  isAnswered?: boolean;
  kind?: Kind;
  itemId?: number;
  leadSide?: Side;
  mode?: Mode;
  windowFrom?: string;
  windowTo?: string;
  reason?: Reason;
  reasonText?: string;
};

export const settleOf = (raw: FormData): SettleData => raw as SettleData;

/** The first step that lacks its answer. */
export function openStep(raw: FormData): string {
  const data = settleOf(raw);
  const { how, reason } = data;
  if (how === 'keep' || how === 'gaps') {
    if (reason === undefined) return 'reason';
    return reason === 'other' && data.reasonText === undefined && !data.isBare ? 'secret' : 'preview';
  }
  if (how === 'merge' && data.leadSide === undefined) return 'lead';
  if (how === 'merge' && data.mode === undefined) return 'mode';
  if (how === 'shift' && data.itemId === undefined) return 'line';
  if (how === 'fill' && data.kind === undefined) return 'kind';
  return data.windowFrom === undefined ? 'window' : 'preview';
}

/** The finding as it is now; a form lives for a day. */
export const findingOf = (work: Work, actor: Actor, raw: FormData): Promise<Opened | undefined> =>
  openFinding(work, actor, settleOf(raw).findingId);

/** What the use case takes, of a form that is filled in. */
export function settlementOf(data: SettleData): NewSettlement {
  const window = { windowFrom: data.windowFrom!, windowTo: data.windowTo! };
  if (data.how === 'merge') return { how: 'merge', leadSide: data.leadSide!, mode: data.mode!, ...window };
  if (data.how === 'shift') return { how: 'shift', itemId: data.itemId!, ...window };
  if (data.how === 'fill') return { how: 'fill', kind: data.kind!, ...window };
  return { how: 'keep', reason: data.reason!, reasonText: data.reasonText || undefined };
}
