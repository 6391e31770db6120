import type { Text } from '../../domain/message.ts';
import { type Counts, MEMBER_FORMS, type MemberForm, type OrganisationForm } from '../../domain/outcome.ts';
import { type ReadFault, readCounts } from '../../domain/read-counts.ts';
import { faultArgs } from '../outcome/outcome-row.ts';
import { text } from '../said.ts';
import type { FormData } from './form.ts';

/** What the form of counts gathers: of an inspection, or of a period apart from inspections; `periodTo` excluded. */
export type OutcomeData = {
  pairId: number;
  inspectionId?: number;
  periodFrom?: string;
  periodTo?: string;
  organisations?: Counts<OrganisationForm>;
  members?: Counts<MemberForm>;
};

export const outcomeOf = (data: FormData): OutcomeData => data as OutcomeData;

/** The first question that is still open; `preview` when all are answered. */
export function openOutcomeStep(data: OutcomeData): string {
  if (data.inspectionId === undefined && data.periodTo === undefined) return 'period';
  if (data.organisations === undefined) return 'organisations';
  return data.members === undefined ? 'members' : 'preview';
}

/** Counts as typed; why they were not taken names the difference (R10), and a line that works follows. */
export function takeCounts<Form extends string>(
  forms: readonly Form[],
  typed: string,
): { counts: Counts<Form> } | { error: Text } {
  const read = readCounts(forms, typed);
  return 'counts' in read ? read : { error: faultText(read, forms.length === MEMBER_FORMS.length) };
}

function faultText(fault: ReadFault, isOfMembers: boolean): Text {
  const of = isOfMembers ? 'members' : 'organisations';
  switch (fault.fault) {
    case 'unclear':
    case 'twice':
      return text(`result-counts-${fault.fault}`, { part: fault.part.slice(0, 40) });
    case 'bare-parts':
      return text(`result-counts-bare-${of}`);
    case 'no-total':
      return text('result-counts-no-total', { total: fault.suggestion });
    case 'empty':
    case 'no-parts':
      return text(`result-counts-${fault.fault}`);
    default:
      return text(`result-counts-${fault.fault}`, faultArgs(fault));
  }
}
