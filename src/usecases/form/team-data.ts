import { z } from 'zod';
import type { Side } from '../../domain/side.ts';
import { TEAM_ROLES, type TeamRole } from '../../domain/team.ts';
import { loadCase } from '../inspection/load-case.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/**
 * What the questions of a team fill in: people by their numbers, and what of them is more than a member. A row of before there were roles has
 * none: those that stand stay. `teamOpen`: a typed team was not understood whole, so it is asked.
 */
export const teamFields = {
  team: z.array(z.number()).optional(),
  roles: z.record(z.string(), z.enum(TEAM_ROLES)).optional(),
  teamOpen: z.boolean().optional(),
};

/** As much as those questions know. */
export type TeamData = {
  pairId: number;
  team?: number[];
  roles?: Record<string, TeamRole>;
  teamOpen?: boolean;
  inspectionId?: number;
};

/** Whether one's own side leads, and so names the head: as the form says, else as the inspection does. */
export async function isOwnLead(
  work: Work,
  actor: Actor,
  data: TeamData & { leadSide?: Side },
): Promise<boolean> {
  const own = memberIn(actor, data.pairId)!.side;
  if (data.leadSide !== undefined) return data.leadSide === own;
  if (data.inspectionId === undefined) return false;
  return (await loadCase(work, data.inspectionId))?.version.leadSide === own;
}
