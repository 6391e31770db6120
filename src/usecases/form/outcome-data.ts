import { z } from 'zod';
import { cut } from '../../domain/cut.ts';
import type { Text } from '../../domain/message.ts';
import { type Counts, MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { type ReadFault, readCounts } from '../../domain/read-counts.ts';
import { faultArgs } from '../outcome/outcome-row.ts';
import { text } from '../said.ts';

const countsOf = <const Form extends string>(forms: readonly Form[]) =>
  z.object({ total: z.number() }).and(z.record(z.enum(forms), z.number()));

/** What the form of counts gathers: of an inspection, or of a period apart from inspections; `periodTo` excluded. */
export const outcomeData = z.object({
  pairId: z.number(),
  secretAsked: z.boolean().optional(),
  inspectionId: z.number().optional(),
  periodFrom: z.string().optional(),
  periodTo: z.string().optional(),
  organisations: countsOf(ORGANISATION_FORMS).optional(),
  members: countsOf(MEMBER_FORMS).optional(),
});
export type OutcomeData = z.infer<typeof outcomeData>;

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
      return text(`result-counts-${fault.fault}`, { part: cut(fault.part, 40) });
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
