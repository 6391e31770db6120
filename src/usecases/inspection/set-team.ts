import { and, eq } from 'drizzle-orm';
import { inspectionTeam } from '../../../db/schema/index.ts';
import { isOpen } from '../../domain/inspection.ts';
import type { Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { setTeam } from './draft-inspection.ts';
import type { Case } from './load-case.ts';
import { askTeam } from './set-team-notice.ts';

export type TeamSet = { found: Case; added: number[]; removed: number[] } | Refused;

/**
 * A đầu mối names their own side's people on the team, at any time before the end (R4); not material. Who is added after the
 * notice went out is asked by it too; who is removed is no longer asked.
 */
export async function setOwnTeam(
  work: Work,
  actor: Actor,
  inspectionId: number,
  team: number[],
): Promise<TeamSet> {
  const allowed = await caseFor(work, actor, inspectionId, 'team.set', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (!isOpen(found.inspection.state)) return refuse('refused-state');
  const before = await ownTeam(work, inspectionId, member.side);
  await setTeam(work, member, inspectionId, team);
  const after = await ownTeam(work, inspectionId, member.side);
  const added = after.filter((personId) => !before.includes(personId));
  const removed = before.filter((personId) => !after.includes(personId));
  if (added.length + removed.length === 0) return { found, added, removed };
  await audit(work, {
    pairId: member.pairId,
    type: 'team.set',
    by: actor.personId,
    inspectionId,
    facts: { side: member.side, added: added.join(' '), removed: removed.join(' '), count: after.length },
  });
  await askTeam(work, found, added, removed);
  return { found, added, removed };
}

/** One side's people on the team. */
export async function ownTeam(work: Work, inspectionId: number, side: Side): Promise<number[]> {
  const rows = await work.tx
    .select({ personId: inspectionTeam.personId })
    .from(inspectionTeam)
    .where(and(eq(inspectionTeam.inspectionId, inspectionId), eq(inspectionTeam.side, side)));
  return rows.map((row) => row.personId);
}
