import { eq } from 'drizzle-orm';
import { inspection, inspectionSymbol } from '../../../db/schema/index.ts';
import { fold } from '../../domain/fold.ts';
import { isOpen, type SymbolUse } from '../../domain/inspection.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { noticeWaitsForPlan } from '../plan/planned-notice.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { issueNotice } from './issue-notice.ts';
import { type Case, loadCase } from './load-case.ts';
import { peopleOf } from './roster.ts';

export type NewSymbol = { use: SymbolUse; symbol: string; documentDay: string; insisted: boolean };

export type Attached = { found: Case; becameOfficial: boolean } | Refused;

/**
 * Attaches a document's symbol to the card; not material. The công văn makes what was agreed in principle official, and
 * sends the notices where the agreement waits for it.
 */
export async function attachSymbol(
  work: Work,
  actor: Actor,
  inspectionId: number,
  given: NewSymbol,
): Promise<Attached> {
  const allowed = await caseFor(work, actor, inspectionId, 'symbol.attach', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const { pairId, id, state } = found.inspection;
  if (!isOpen(state) && given.use !== 'conclusion') return refuse('refused-state');
  await work.tx
    .insert(inspectionSymbol)
    .values({
      pairId,
      inspectionId: id,
      ...given,
      folded: fold(given.symbol),
      side: member.side,
      byPerson: actor.personId,
      at: work.now,
    })
    .onConflictDoNothing();
  await audit(work, {
    pairId,
    type: 'symbol.attached',
    by: actor.personId,
    inspectionId: id,
    facts: { use: given.use, day: given.documentDay, insisted: given.insisted },
    values: { symbol: { value: given.symbol } },
  });
  const becameOfficial = given.use === 'letter' && state === 'agreed';
  if (becameOfficial) await makeOfficial(work, actor, found);
  return { found: (await loadCase(work, id))!, becameOfficial };
}

async function makeOfficial(work: Work, actor: Actor, found: Case): Promise<void> {
  const { pairId, id } = found.inspection;
  await work.tx
    .update(inspection)
    .set({ state: 'official', changedAt: work.now })
    .where(eq(inspection.id, id));
  await audit(work, { pairId, type: 'inspection.official', by: actor.personId, inspectionId: id });
  const side = actor.members.find((member) => member.pairId === pairId)!.side;
  const people = await peopleOf(work, pairId, otherSide(side), ['secretary']);
  await tellPeople(
    work,
    people.map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, note: 'official' },
    })),
  );
  if (found.pair.policy.noticeAt === 'official' && !(await noticeWaitsForPlan(work, id)))
    await issueNotice(work, (await loadCase(work, id))!, actor.personId);
}
