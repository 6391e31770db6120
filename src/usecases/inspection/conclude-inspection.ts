import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { eventKey } from '../../domain/duty-event.ts';
import { audit } from '../audit.ts';
import { announceEvent } from '../exchange/open-event-slot.ts';
import { closeRequests } from '../request/close-request.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { attachSymbol, type NewSymbol } from './attach-symbol.ts';
import { endNotices } from './confirm-change-void.ts';
import { type Case, loadCase } from './load-case.ts';
import { PENDING_KINDS } from './propose-change-ask.ts';
import { tellBoth } from './start-inspection.ts';

/**
 * The lead's đầu mối concludes with the symbol and date of the conclusion. Open notices end as they were answered; a change
 * or stop that still waits is void. What the side that led owes from then on opens.
 */
export async function concludeInspection(
  work: Work,
  actor: Actor,
  inspectionId: number,
  conclusion: Omit<NewSymbol, 'use'>,
): Promise<{ found: Case } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.conclude', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { inspection: row } = allowed.found;
  if (row.state === 'concluded') return refuse('refused-answered-already');
  if (row.state !== 'under_way') return refuse('refused-state');
  const attached = await attachSymbol(work, actor, inspectionId, { ...conclusion, use: 'conclusion' });
  if (isRefused(attached)) return attached;
  await work.tx
    .update(inspection)
    .set({ state: 'concluded', changedAt: work.now })
    .where(eq(inspection.id, row.id));
  await endNotices(work, row.id);
  await closeRequests(work, row.id, [...PENDING_KINDS], 'void');
  await audit(work, {
    pairId: row.pairId,
    type: 'inspection.concluded',
    by: actor.personId,
    inspectionId: row.id,
    facts: { side: allowed.member.side, version: allowed.found.version.id, day: conclusion.documentDay },
  });
  await announceEvent(work, {
    ...{ pairId: row.pairId, event: 'conclusion', side: allowed.found.version.leadSide },
    ...{ day: conclusion.documentDay, key: eventKey.conclusion(row.id), inspectionId: row.id },
    knownSince: row.createdAt,
  });
  const found = (await loadCase(work, row.id))!;
  await tellBoth(work, actor, found, 'concluded');
  return { found };
}
