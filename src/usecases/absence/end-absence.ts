import { eq } from 'drizzle-orm';
import { absence } from '../../../db/schema/index.ts';
import type { Absence } from '../../domain/absence.ts';
import { audit } from '../audit.ts';
import { namesOf } from '../form/people-list.ts';
import { type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { lockAbsence } from './away.ts';
import { mayRecordFor } from './colleagues.ts';
import { letGo } from './deferred-rows.ts';
import { say } from './record-absence.ts';

export type Ended = { kind: 'ended'; absence: Absence; hasBegun: boolean } | Refused;

/**
 * "Kết thúc sớm", by the person or a đầu mối of their side: the absence ends now, or is taken back before it began. What was deferred
 * goes out at once; whoever stood in, and the person when another did it, are told.
 */
export async function endAbsence(work: Work, actor: Actor, absenceId: number): Promise<Ended> {
  const found = await lockAbsence(work, absenceId);
  if (!found || !(await mayRecordFor(work, actor, found.personId))) return refuse('refused-not-found');
  await work.tx.update(absence).set({ endedAt: work.now }).where(eq(absence.id, found.id));
  await audit(work, {
    pairId: null,
    type: 'absence.ended',
    by: actor.personId,
    facts: { absence: found.id, person: found.personId },
  });
  await letGo(work, found);
  await tell(work, actor, found);
  return { kind: 'ended', absence: found, hasBegun: found.fromDay <= work.now.toISODate()! };
}

async function tell(work: Work, actor: Actor, ended: Absence): Promise<void> {
  const name = (await namesOf(work, [ended.personId])).get(ended.personId) ?? '';
  const days = { days: [ended.fromDay, ended.toDay] as [string, string] };
  if (ended.personId !== actor.personId)
    await say(work, ended.personId, text('away-ended-you', { by: actor.name, days }));
  if (ended.redirectTo !== null)
    await say(work, ended.redirectTo, text('away-ended-instead', { name, days }));
}
