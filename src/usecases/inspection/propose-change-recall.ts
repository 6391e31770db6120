import { and, eq } from 'drizzle-orm';
import { request as requestTable } from '../../../db/schema/index.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { lockRequest, type Request } from '../request/load-request.ts';
import { crossNow } from '../request/mark-crossed.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { authorise } from './access.ts';
import type { Case } from './load-case.ts';
import { isPendingKind, type PendingKind } from './propose-change-ask.ts';

const PROPOSES = {
  change: 'change.propose',
  stop: 'stop.propose',
  not_held: 'not_held.propose',
} as const satisfies Record<PendingKind, string>;

/** Takes back what was to be confirmed before it has crossed; the other side never saw it. */
export async function recallAsked(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<{ found: Case } | Refused> {
  const waiting = await stillWaiting(work, actor, requestId);
  if (isRefused(waiting)) return waiting;
  const { found, request } = waiting;
  await work.tx
    .update(requestTable)
    .set({ state: 'void', closedAt: work.now })
    .where(and(eq(requestTable.id, request.id), eq(requestTable.state, 'waiting')));
  await audit(work, {
    pairId: request.pairId,
    type: `${request.kind}.recalled`,
    by: actor.personId,
    inspectionId: request.inspectionId,
    facts: { request: request.id, version: request.versionId },
  });
  return { found };
}

/** Lets it cross at once, without waiting for the time for recall to run out. */
export async function sendAskedNow(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<{ found: Case } | Refused> {
  const waiting = await stillWaiting(work, actor, requestId);
  if (isRefused(waiting)) return waiting;
  await crossNow(work, waiting.request, actor.personId);
  return { found: waiting.found };
}

async function stillWaiting(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<{ found: Case; request: Request } | Refused> {
  const locked = await lockRequest(work, requestId);
  if (!locked || !isPendingKind(locked.request.kind) || locked.request.side === null)
    return refuse('refused-not-found');
  const { found, request } = locked;
  const allowed = authorise(found, actor, PROPOSES[locked.request.kind], work.now.toMillis());
  if (isRefused(allowed)) return allowed;
  // For the side that is asked nothing exists yet.
  if (allowed.member.side !== otherSide(locked.request.side)) return refuse('refused-not-found');
  if (request.state !== 'waiting' || request.askedAt <= work.now) return refuse('refused-crossed-already');
  return { found, request };
}
