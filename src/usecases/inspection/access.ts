import { type Act, mayDo, type Sides } from '../../domain/permission.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type Case, loadCase } from './load-case.ts';

/** Whether the case may be seen: one's own pair, and never the other side's drafts or what has not crossed yet. */
export function isVisible(found: Case, member: Member, nowMs: number): boolean {
  if (member.pairId !== found.inspection.pairId) return false;
  if (member.side === found.inspection.side) return true;
  const crossed = found.inspection.crossesAt;
  const isDraft = found.inspection.state === 'draft' || found.inspection.state === 'awaiting_leader';
  return crossed !== null && crossed.toMillis() <= nowMs && !isDraft;
}

/**
 * The actor's membership when the case is theirs to see and the act theirs to do. What is not theirs to see answers as
 * what does not exist, so that codes of other pairs cannot be probed; nor do people of the target see it.
 */
export function authorise(
  found: Case | undefined,
  actor: Actor,
  act: Act,
  nowMs: number,
  asked?: Sides['asked'],
): { member: Member; found: Case } | Refused {
  const member = found && memberIn(actor, found.inspection.pairId);
  if (!found || !member || !isVisible(found, member, nowMs) || found.shutPeople.includes(actor.personId))
    return refuse('refused-not-found');
  const sides: Sides = { owner: found.inspection.side, lead: found.version.leadSide, asked };
  if (!mayDo(member, act, sides)) return refuse('refused-not-allowed');
  return { member, found };
}

/** The inspection of this id, for a person who may do this with it now (see `authorise`). */
export const caseFor = async (
  work: Work,
  actor: Actor,
  inspectionId: number,
  act: Act,
  options?: Parameters<typeof loadCase>[2],
): Promise<{ member: Member; found: Case } | Refused> =>
  authorise(await loadCase(work, inspectionId, options), actor, act, work.now.toMillis());
