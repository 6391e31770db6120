import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { closeRequests } from '../request/close-request.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { otherName } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { applyDecision, tellFirstSide } from './decide-proposal.ts';
import type { Case } from './load-case.ts';

/**
 * The first side accepts what the other side proposed instead: chair or vice, or the đầu mối recording their word. It is
 * agreed as any proposal is. Refused when the version that stands is one's own: nobody agrees with themselves (R4).
 */
export async function acceptCounter(
  work: Work,
  actor: Actor,
  inspectionId: number,
  via?: Via,
): Promise<{ found: Case } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.approve', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (found.inspection.state !== 'countered') return refuse('refused-answered-already');
  if (found.version.madeSide === member.side)
    return refuse('refused-own-version', { other: otherName(found, member.side) });
  if (!isLeader(member.role) && !via) return refuse('refused-leader-only');
  await closeRequests(work, inspectionId, ['not_held'], 'void');
  const after = await applyDecision(work, actor, found, member.side, { decision: 'agreed', via });
  await tellFirstSide(work, after, member.side, 'agreed');
  return { found: after };
}
