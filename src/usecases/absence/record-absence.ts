import { absence } from '../../../db/schema/index.ts';
import { type Absence, type AbsenceKind, shareDays } from '../../domain/absence.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { namesOf } from '../form/people-list.ts';
import { lockPerson } from '../link/account.ts';
import { message, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { absencesFrom } from './away.ts';
import { mayRecordFor, mayStandInFor } from './colleagues.ts';
import { deferLonger } from './deferred-rows.ts';

export type Given = {
  personId: number;
  kind: AbsenceKind;
  fromDay: string;
  /** Excluded. */
  toDay: string;
  /** Null: what is due is deferred. */
  redirectTo: number | null;
};

export type RecordedAbsence = { kind: 'recorded'; absence: Absence } | Refused;

/**
 * A person says when they are away, or a đầu mối says it for somebody of their own side, who is told. One absence a day: another
 * on the same days is refused. Whoever stands in is told. What already waits for the person waits on.
 */
export async function recordAbsence(work: Work, actor: Actor, given: Given): Promise<RecordedAbsence> {
  if (!(await mayRecordFor(work, actor, given.personId))) return refuse('refused-not-found');
  const today = work.now.toISODate()!;
  if (given.toDay <= today || given.fromDay >= given.toDay)
    return refuse('refused-window-past', { window: { window: [given.fromDay, given.toDay] } });
  await lockPerson(work, given.personId);
  const others = await absencesFrom(work, [given.personId], today);
  const same = others.find((one) => shareDays(one, given));
  if (same) return refuse('away-already', { days: { days: [same.fromDay, same.toDay] } });
  if (given.redirectTo !== null && !(await isColleague(work, given)))
    return refuse('away-colleague-not-free');
  const made = await store(work, actor, given);
  await deferLonger(work, [...others, made], made);
  await tell(work, actor, made);
  return { kind: 'recorded', absence: made };
}

const isColleague = async (work: Work, { personId, redirectTo, ...days }: Given): Promise<boolean> =>
  (await mayStandInFor(work, personId, days)).some((one) => one.id === redirectTo);

async function store(work: Work, actor: Actor, given: Given): Promise<Absence> {
  const [row] = await work.tx
    .insert(absence)
    .values({ ...given, byPerson: actor.personId, at: work.now })
    .returning({ id: absence.id });
  await audit(work, {
    pairId: null,
    type: 'absence.recorded',
    by: actor.personId,
    facts: { absence: row!.id, person: given.personId, substitute: given.redirectTo },
  });
  return { id: row!.id, ...given };
}

async function tell(work: Work, actor: Actor, made: Absence): Promise<void> {
  const names = await namesOf(work, [made.personId, ...(made.redirectTo === null ? [] : [made.redirectTo])]);
  const name = names.get(made.personId) ?? '';
  const days = { days: [made.fromDay, made.toDay] as [string, string] };
  if (made.personId !== actor.personId)
    await say(work, made.personId, text('away-told-you', { by: actor.name, days }));
  if (made.redirectTo !== null) await say(work, made.redirectTo, text('away-told-instead', { name, days }));
}

/** A word about an absence goes to those who are away as well. */
export const say = (work: Work, personId: number, line: ReturnType<typeof text>) =>
  tellPeople(work, [
    {
      pairId: null,
      kind: 'said',
      ref: { message: message([line]) },
      personId,
      goesAnyway: true,
    },
  ]);
