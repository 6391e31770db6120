import type { DateTime } from 'luxon';
import { dueStep, recipient, request } from '../../../db/schema/index.ts';
import { planSteps } from '../../domain/escalation.ts';
import type { RequestKind } from '../../domain/request.ts';
import type { Side } from '../../domain/side.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Asked } from '../inspection/roster.ts';
import type { Work } from '../work.ts';

export type NewRequest = {
  kind: RequestKind;
  side: Side | null;
  askedAt: DateTime;
  due: { dueAt: DateTime; source: 'policy' | 'person' | 'paused' | 'short' | 'late' };
  asked: Asked[];
  /** The first session, or the first morning of the window. */
  eventAt?: DateTime;
  versionId?: number;
  urgentReason?: string;
  /** It crosses at `askedAt`, later than now: recalled until then. */
  isWaiting?: boolean;
};

export type MadeRequest = { id: number; recipients: { id: number; personId: number; side: Side }[] };

/** Writes a request with its recipients and all its due steps; the policy is frozen into it (R8). */
export async function makeRequest(work: Work, found: Case, made: NewRequest): Promise<MadeRequest> {
  const { pairId, id: inspectionId } = found.inspection;
  const [row] = await work.tx
    .insert(request)
    .values({
      pairId,
      inspectionId,
      versionId: made.versionId ?? found.version.id,
      kind: made.kind,
      side: made.side,
      state: made.isWaiting ? 'waiting' : 'open',
      askedAt: made.askedAt,
      dueAt: made.due.dueAt,
      dueSource: made.due.source,
      urgent: made.urgentReason !== undefined,
      urgentReason: made.urgentReason ?? null,
      policy: found.pair.policy,
    })
    .returning({ id: request.id });
  const requestId = row!.id;
  await writeSteps(work, pairId, requestId, found, made);
  const recipients = await addRecipients(work, pairId, requestId, made.asked);
  return { id: requestId, recipients };
}

export async function addRecipients(work: Work, pairId: number, requestId: number, asked: Asked[]) {
  if (asked.length === 0) return [];
  const made: MadeRequest['recipients'] = [];
  for (let start = 0; start < asked.length; start += 1000) {
    const slice = asked.slice(start, start + 1000).map((one) => ({ pairId, requestId, ...one }));
    made.push(
      ...(await work.tx
        .insert(recipient)
        .values(slice)
        .onConflictDoNothing()
        .returning({ id: recipient.id, personId: recipient.personId, side: recipient.side })),
    );
  }
  return made;
}

async function writeSteps(work: Work, pairId: number, requestId: number, found: Case, made: NewRequest) {
  const steps = planSteps(work.calendar, {
    kind: made.kind,
    askedAt: made.askedAt,
    dueAt: made.due.dueAt,
    policy: found.pair.policy,
    eventAt: made.eventAt,
  });
  const cross = made.isWaiting ? [{ kind: 'cross' as const, dueAt: made.askedAt }] : [];
  const all = [...cross, ...steps].map((step) => ({ pairId, requestId, ...step }));
  if (all.length > 0) await work.tx.insert(dueStep).values(all);
}
