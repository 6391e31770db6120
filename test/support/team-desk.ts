import { eq } from 'drizzle-orm';
import { inspectionTeam } from '../../db/schema/index.ts';
import type { TeamRole } from '../../src/domain/team.ts';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { openStepDesk } from './step-desk.ts';

export type TeamDesk = Awaited<ReturnType<typeof openTeamDesk>>;

/** A desk on which teams are named, people by the keys of the first pair's cast. */
export async function openTeamDesk() {
  const desk = await openStepDesk();
  const idOf = (key: string) => desk.one.cast[key]!.id;
  return {
    ...desk,
    idOf,
    nameOf: (key: string) => desk.one.cast[key]!.name,
    /** A đầu mối names their side's whole team. */
    setTeam: (key: string, id: number, team: Record<string, TeamRole>) =>
      desk.by(key, (work, actor) =>
        setOwnTeam(
          work,
          actor,
          id,
          Object.keys(team).map(idOf),
          Object.fromEntries(Object.entries(team).map(([one, role]) => [String(idOf(one)), role])),
        ),
      ),
    /** Both sides' people with their roles. */
    teamOf: async (id: number): Promise<Record<string, TeamRole>> => {
      const rows = await desk.all((work) =>
        work.tx.select().from(inspectionTeam).where(eq(inspectionTeam.inspectionId, id)),
      );
      const keyOf = (personId: number) => Object.keys(desk.one.cast).find((key) => idOf(key) === personId)!;
      return Object.fromEntries(rows.map((row) => [keyOf(row.personId), row.role]));
    },
  };
}
