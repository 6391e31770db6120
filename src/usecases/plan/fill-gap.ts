import { planItem } from '../../../db/schema/index.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import { otherSide } from '../../domain/side.ts';
import { record } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { comparePlan } from './compare-plan.ts';
import type { Opened } from './load-finding.ts';
import { openToSettle } from './propose-settlement.ts';
import { tellOfFindings } from './tell-finding.ts';
import { checkLines } from './write-items.ts';

/** What a side plans for an organisation that nobody inspects; `windowTo` excluded. It leads, the other coordinates. */
export type Filling = { kind: Kind; windowFrom: string; windowTo: string };

/**
 * While the sides compare, one of them adds a line of its own for a gap (R3, R4): the gap is gone, and what the new line clashes
 * with is found at once. Of two sides that fill one gap at once the first does; the other is told that it is filled.
 */
export async function fillGap(
  work: Work,
  actor: Actor,
  findingId: number,
  given: Filling,
): Promise<{ found: Opened } | Refused> {
  const found = await openToSettle(work, actor, findingId);
  if (isRefused(found)) return found;
  const { finding, planned, member } = found;
  const { kind, windowFrom, windowTo } = given;
  // A kind that names no target fills no gap that others can see (C4).
  if (finding.targetId === null || isSensitiveKind(kind)) return refuse('planfind-no-merge');
  const { targetId, planId, pairId } = finding;
  if (windowTo <= work.now.toISODate()!)
    return refuse('refused-window-past', { window: { window: [windowFrom, windowTo] } });
  const wrong = await checkLines(work, actor, planned, [{ targetId, windowFrom, windowTo }]);
  if (wrong) return wrong;
  const { side } = member;
  const [made] = await work.tx
    .insert(planItem)
    .values({
      ...{ pairId, planId, side, targetId, kind, windowFrom, windowTo },
      leadSide: side,
      mode: 'coordinate',
      source: 'typed',
      madeBy: actor.personId,
      madeAt: work.now,
    })
    .returning({ id: planItem.id });
  await record(work, {
    pairId,
    type: 'plan.gap-filled',
    by: actor.personId,
    facts: { plan: planId, finding: findingId, side, line: made!.id },
  });
  await comparePlan(work, planId);
  await tellOfFindings(work, planned, { side: otherSide(side), note: 'answered' });
  return { found };
}
