import { eq } from 'drizzle-orm';
import { planSettlement } from '../../../db/schema/index.ts';
import type { Mode, Reason } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { checkSettlement } from './check-settlement.ts';
import { answering, type Opened, openFinding } from './load-finding.ts';
import { tellOfFindings } from './tell-finding.ts';
import type { Item } from './visible-items.ts';

/** One joint inspection, another window for one line of one's own, as it is with a reason, or a line for a gap. `windowTo` excluded. */
export type NewSettlement =
  | { how: 'merge'; leadSide: Side; mode: Mode; windowFrom: string; windowTo: string }
  | { how: 'shift'; itemId: number; windowFrom: string; windowTo: string }
  | { how: 'keep'; reason: Reason; reasonText?: string }
  | { how: 'fill'; kind: Kind; windowFrom: string; windowTo: string };

export type ProposedSettlement = { found: Opened; settlementId: number; seconds: number };

/** Whether a side may move a line: its own, or a joint one; what is an inspection already moves on its card. */
export const isMovable = ({ member }: Pick<Opened, 'member'>, { side, inspectionId }: Item): boolean =>
  inspectionId === null && (side === null || side === member.side);

/** The finding, its plan locked, when the actor may settle it now: compared, not yet agreed, and open. */
export async function openToSettle(work: Work, actor: Actor, findingId: number): Promise<Opened | Refused> {
  const found = await openFinding(work, actor, findingId, { lock: true });
  if (!found) return refuse('refused-not-found');
  if (!mayDo(found.member, 'plan.settle')) return refuse('refused-not-allowed');
  if (found.planned.plan.state !== 'comparing') return refuse('planfind-not-comparing');
  return found.finding.state === 'open' ? found : refuse('planfind-closed');
}

/**
 * One side says how a finding be settled (R2, R4); the other side's đầu mối reads it after the time for recall and answers. A line
 * that fills a gap is not asked about: it crosses by itself when that time is over. One proposal at a time: of two at once the first
 * stands.
 */
export async function proposeSettlement(
  work: Work,
  actor: Actor,
  findingId: number,
  wanted: NewSettlement,
): Promise<ProposedSettlement | Refused> {
  const found = await openToSettle(work, actor, findingId);
  if (isRefused(found)) return found;
  const given = ofInspection(found, wanted);
  const wrong = await checkSettlement(work, actor, found, given);
  if (wrong) return wrong;
  const { planned, member } = found;
  const [row] = await work.tx
    .insert(planSettlement)
    .values({
      ...bare(found, given),
      pairId: member.pairId,
      findingId,
      side: member.side,
      byPerson: actor.personId,
      at: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: planSettlement.id });
  if (!row) return refuse('planfind-proposed-already');
  const seconds = planned.pair.policy.recallSeconds;
  await auditProposed(work, actor, found, row.id, given);
  const notBefore = work.now.plus({ seconds });
  if (given.how !== 'fill')
    await tellOfFindings(work, planned, { side: otherSide(member.side), note: 'asked', notBefore });
  return { found, settlementId: row.id, seconds };
}

/** Who leads, how and when is what was agreed of the inspection that a line would repeat. */
function ofInspection(found: Opened, given: NewSettlement): NewSettlement {
  const answer = given.how === 'merge' ? answering(found) : undefined;
  if (given.how !== 'merge' || !answer) return given;
  const { leadSide, mode, windowFrom, windowTo } = answer;
  return { how: 'merge', leadSide, mode, windowFrom, windowTo };
}

/** Sensitive kinds take no words (C4). */
function bare({ lines }: Opened, given: NewSettlement): NewSettlement {
  const isBare = lines.some((line) => isSensitiveKind(line.kind));
  return given.how === 'keep' && isBare ? { ...given, reasonText: undefined } : given;
}

async function auditProposed(
  work: Work,
  actor: Actor,
  { planned, member, finding }: Opened,
  settlement: number,
  given: NewSettlement,
): Promise<void> {
  const { how } = given;
  await audit(work, {
    pairId: member.pairId,
    type: 'plan.settlement-proposed',
    by: actor.personId,
    facts: {
      plan: planned.plan.id,
      finding: finding.id,
      settlement,
      how,
      side: member.side,
      ...(how === 'keep' ? { reason: given.reason } : { from: given.windowFrom, to: given.windowTo }),
      ...(how === 'shift' ? { line: given.itemId } : {}),
      ...(how === 'merge' ? { lead: given.leadSide, mode: given.mode } : {}),
      ...(how === 'fill' ? { kind: given.kind } : {}),
    },
    values: how === 'keep' && given.reasonText ? { reasonText: { value: given.reasonText } } : {},
  });
}

/** Takes back what one's own side put forward and the other has not answered. */
export async function recallSettlement(
  work: Work,
  actor: Actor,
  findingId: number,
): Promise<{ found: Opened } | Refused> {
  const found = await openToSettle(work, actor, findingId);
  if (isRefused(found)) return found;
  const { settlement, member, planned } = found;
  if (!settlement) return refuse('refused-answered-already');
  if (settlement.side !== member.side) return refuse('refused-not-allowed');
  await work.tx
    .update(planSettlement)
    .set({ state: 'void', answeredAt: work.now })
    .where(eq(planSettlement.id, settlement.id));
  await audit(work, {
    pairId: member.pairId,
    type: 'plan.settlement-recalled',
    by: actor.personId,
    facts: { plan: planned.plan.id, finding: findingId, settlement: settlement.id, side: member.side },
  });
  return { found: { ...found, settlement: undefined } };
}
