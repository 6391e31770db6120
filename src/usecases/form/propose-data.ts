import type { Mode, SubjectBody } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import type { Content } from '../inspection/write-version.ts';
import type { FormData } from './form.ts';

/** What the proposal form gathers; `windowTo` excluded. */
export type ProposeData = {
  pairId: number;
  kind?: Kind;
  targetId?: number;
  subject?: string;
  leadSide?: Side;
  mode?: Mode;
  body?: SubjectBody;
  windowFrom?: string;
  windowTo?: string;
  team?: number[];
  /** An entry that is proposed anew. */
  inspectionId?: number;
  /** The line of the year's plan that it is proposed from. */
  planItemId?: number;
  /** Why an overlap is kept: a key of the list. */
  overlapReason?: string;
};

export const dataOf = (data: FormData): ProposeData => data as ProposeData;

/** The first question that is still open; `preview` when all are answered. */
export function firstOpen(data: ProposeData): string {
  if (data.kind === undefined) return 'kind';
  if (data.targetId === undefined) return 'target';
  if (data.subject === undefined && !isSensitiveKind(data.kind)) return 'subject';
  if (data.leadSide === undefined) return 'lead';
  if (data.mode === undefined) return 'mode';
  if (data.windowFrom === undefined) return 'window';
  return data.team === undefined ? 'team' : 'preview';
}

/** The content that the form describes; throws when a question is still open: a bug. */
export function contentOf(data: ProposeData): Content {
  if (firstOpen({ ...data, team: data.team ?? [] }) !== 'preview')
    throw new Error('the form is not complete');
  return {
    targetId: data.targetId!,
    kind: data.kind!,
    subjectBody: data.body ?? 'inspection_committee',
    subject: data.subject ?? null,
    leadSide: data.leadSide!,
    mode: data.mode!,
    windowFrom: data.windowFrom!,
    windowTo: data.windowTo!,
    sessions: [],
  };
}
