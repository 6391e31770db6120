import type { RequestKind } from '../../domain/request.ts';
import type { Request } from './load-request.ts';

/** How many working days its policy gives for an answer. */
export function workingDaysOf({ kind, policy }: Pick<Request, 'kind' | 'policy'>): number {
  const days: Partial<Record<RequestKind, number>> = {
    proposal: policy.proposalAnswerWorkingDays,
    decision: policy.proposalAnswerWorkingDays,
    change: policy.confirmWorkingDays,
    stop: policy.confirmWorkingDays,
    not_held: policy.confirmWorkingDays,
  };
  return days[kind] ?? policy.answerWorkingDays;
}
