import { isLive } from '../../domain/inspection.ts';
import { audit } from '../audit.ts';
import { comparePlansOf } from '../plan/compare-plan.ts';
import { noticeWaitsForPlan } from '../plan/planned-notice.ts';
import { isRefused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { voidAnswers, voidNotices } from './confirm-change-void.ts';
import { type Confirmed, lockAsked, tellAsker, type Word, writeWord } from './confirm-change-word.ts';
import { eventOf } from './event-of.ts';
import { issueNotice } from './issue-notice.ts';
import { type Case, loadCase } from './load-case.ts';
import { useVersion } from './write-version.ts';

/** A change this close to the event is Khẩn (R15). */
const URGENT_HOURS = 24;

/**
 * The other side's word on a change. Confirmed: the new version holds, the old notices and their answers are void, and
 * everyone is asked anew (R5). Not confirmed: the old plan stands.
 */
export async function confirmChange(
  work: Work,
  actor: Actor,
  requestId: number,
  word: Word,
): Promise<Confirmed> {
  const asking = await lockAsked(work, actor, requestId, 'change', word);
  if (isRefused(asking)) return asking;
  const { found, request: asked } = asking;
  if (!isLive(found.inspection.state)) return refuse('refused-state');
  const mine = await writeWord(work, actor, asking, word);
  if (!word.isConfirmed) {
    await tellAsker(work, asking, mine, 'change_refused', true);
    return { kind: 'refused', asks: 'change', found };
  }
  const after = await switchVersion(work, actor, found, asked.versionId);
  await tellAsker(work, asking, mine, 'change_confirmed', false);
  return { kind: 'confirmed', asks: 'change', found: after };
}

async function switchVersion(work: Work, actor: Actor, found: Case, versionId: number): Promise<Case> {
  const { id, pairId } = found.inspection;
  const waits = await noticeWaitsForPlan(work, id);
  const { requestIds } = await voidNotices(work, found);
  const voided = await voidAnswers(work, requestIds);
  const { released } = await useVersion(work, id, versionId);
  await comparePlansOf(work, pairId);
  const after = (await loadCase(work, id))!;
  await audit(work, {
    pairId,
    type: 'version.switched',
    by: actor.personId,
    inspectionId: id,
    facts: {
      from: found.version.id,
      to: versionId,
      voidedAnswers: voided,
      ...(released.length > 0 ? { headReleased: released.join(' ') } : {}),
    },
  });
  if (requestIds.length > 0 || (found.pair.policy.noticeAt === 'agreed' && !waits))
    await issueNotice(work, after, actor.personId, await urgentReason(work, after));
  return after;
}

async function urgentReason(work: Work, found: Case): Promise<string | undefined> {
  const eventAt = await eventOf(work, found);
  if (!eventAt || eventAt.diff(work.now).as('hours') >= URGENT_HOURS) return undefined;
  return found.version.reason ?? 'other';
}
