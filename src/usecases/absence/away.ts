import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { absence } from '../../../db/schema/index.ts';
import { type Absence, absenceOn } from '../../domain/absence.ts';
import type { Work } from '../work.ts';

const COLUMNS = {
  id: absence.id,
  personId: absence.personId,
  kind: absence.kind,
  fromDay: absence.fromDay,
  toDay: absence.toDay,
  redirectTo: absence.redirectTo,
};

/** The absences of these people that end after a day and were not taken back, the earliest first. */
export async function absencesFrom(work: Work, personIds: number[], day: string): Promise<Absence[]> {
  if (personIds.length === 0) return [];
  return work.tx
    .select(COLUMNS)
    .from(absence)
    .where(and(inArray(absence.personId, personIds), gt(absence.toDay, day), isNull(absence.endedAt)))
    .orderBy(absence.fromDay, absence.id);
}

/** Who of these people is away on a day, with the absence that covers it (`redirectTo` null: what is due is deferred). */
export async function awayOn(work: Work, personIds: number[], day: string): Promise<Map<number, Absence>> {
  const absences = await absencesFrom(work, personIds, day);
  return new Map(
    absences.flatMap((one) => {
      const found = absenceOn(absences, one.personId, day);
      return found ? [[one.personId, found] as const] : [];
    }),
  );
}

/** Whether for all of these people it is deferred today, so that what is said to them reaches nobody before they are back. */
export async function areAllDeferred(work: Work, personIds: number[]): Promise<boolean> {
  const away = await awayOn(work, personIds, work.now.toISODate()!);
  return personIds.length > 0 && personIds.every((id) => away.get(id)?.redirectTo === null);
}

/** The absence of an id, locked, while it lasts or is to come; undefined: over, taken back, or none. */
export async function lockAbsence(work: Work, id: number): Promise<Absence | undefined> {
  const [row] = await work.tx
    .select(COLUMNS)
    .from(absence)
    .where(and(eq(absence.id, id), isNull(absence.endedAt), gt(absence.toDay, work.now.toISODate()!)))
    .for('update');
  return row;
}
