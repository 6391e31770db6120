import type { Period } from '../../domain/report-period.ts';
import type { ReportFormat } from '../actions/reading.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { openScope, type PairChoice } from './report-scope.ts';

/** A report asked for as a file; who took it out stands in the chain of each pair that it speaks of. */
export async function sendReport(
  work: Work,
  actor: Actor,
  choice: PairChoice,
  period: Period,
  format: ReportFormat,
): Promise<{ kind: 'coming' } | Refused> {
  const scope = openScope(actor, choice, period);
  if (isRefused(scope)) return scope;
  const { members } = scope;
  for (const { pairId, side } of members)
    await audit(work, {
      pairId,
      type: 'report.exported',
      by: actor.personId,
      facts: { format, side, from: period.from, to: period.to },
    });
  const report = { choice, from: period.from, to: period.to };
  await sendFile(work, actor, members.length === 1 ? members[0].pairId : null, {
    make: `report-${format}`,
    report,
  });
  return { kind: 'coming' };
}
