import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { OutcomeNote } from '../outbox/refs.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { hasNotice } from './confirm-change-void.ts';
import { issueNotice } from './issue-notice.ts';
import { type Case, loadCase } from './load-case.ts';
import { peopleOf } from './roster.ts';

/** The lead's đầu mối says that it is under way; both sides are told silently. Nobody is left unasked: a missing notice goes out now. */
export async function startInspection(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<{ found: Case } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.start', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { inspection: row } = allowed.found;
  if (row.state === 'under_way') return refuse('refused-answered-already');
  if (row.state !== 'agreed' && row.state !== 'official') return refuse('refused-state');
  await work.tx
    .update(inspection)
    .set({ state: 'under_way', changedAt: work.now })
    .where(eq(inspection.id, row.id));
  await audit(work, {
    pairId: row.pairId,
    type: 'inspection.started',
    by: actor.personId,
    inspectionId: row.id,
    facts: { side: allowed.member.side, version: allowed.found.version.id },
  });
  const found = (await loadCase(work, row.id))!;
  await tellBoth(work, actor, found, 'started');
  if (!(await hasNotice(work, row.id))) await issueNotice(work, found, actor.personId);
  return { found };
}

/** đầu mối and leaders of both sides, but for the one who did it: silently, nothing is asked of them (R15). */
export async function tellBoth(work: Work, actor: Actor, found: Case, note: OutcomeNote): Promise<void> {
  const { id, pairId } = found.inspection;
  const both: number[] = [];
  for (const side of ['a', 'b'] as const)
    both.push(...(await peopleOf(work, pairId, side, ['secretary', 'chair', 'vice'])));
  const people = both.filter((personId) => personId !== actor.personId);
  await tellPeople(
    work,
    people.map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, note },
    })),
  );
}
