import { sql } from 'drizzle-orm';
import { type Calendar, withHours } from '../../domain/calendar.ts';
import { soundOf } from '../../domain/noise.ts';
import type { Policy } from '../../domain/policy.ts';
import { isWorkingTime } from '../../domain/working-time.ts';
import type { Composed } from '../compose/index.ts';
import type { Work } from '../work.ts';
import { type Claimed, idList } from './claim.ts';
import { type Hearing, hearingOf } from './hearing.ts';
import { hasFlag, inOrderOfSounds } from './kinds.ts';

// Any fixed number that no other advisory lock of the application takes.
const SOUNDS_LOCK = 7_246_104;

/**
 * Decides which of the claimed rows that ask something make a sound now (R15, R14): when they go out, over everything their person
 * has heard this week, and anew at each attempt. Processes that send take turns from here to their commit, so that two cannot take a
 * person's last sound. Four queries a batch. Returns whether each is silent; the others are as their rows say.
 */
export async function judgeSounds(
  work: Work,
  rows: Claimed[],
  composed: Map<number, Composed>,
): Promise<Map<number, boolean>> {
  const asking = rows.filter((row) => isJudged(row) && 'message' in composed.get(row.id)!);
  if (asking.length === 0) return new Map();
  await work.tx.execute(sql`select pg_advisory_xact_lock(${SOUNDS_LOCK})`);
  const people = [...new Set(asking.map((row) => row.personId!))];
  const ids = rows.map((row) => row.id);
  const hearing = await hearingOf(work, people, ids);
  const outOfHours = await outOfHoursOf(work, asking);
  const silent = new Map<number, boolean>();
  for (const row of inOrderOfSounds(asking)) {
    const isLoud =
      !asksNothing(composed.get(row.id)!) && hear(work, row, hearing.get(row.personId!)!, outOfHours);
    silent.set(row.id, !isLoud);
  }
  await write(work, asking, silent);
  return silent;
}

const isJudged = (row: Claimed): boolean =>
  row.says === 'asks' && row.personId !== null && row.editMessageId === null;

const asksNothing = (made: Composed): boolean => 'message' in made && made.asksNothing === true;

/** Of one person's rows each takes its sound before the next is looked at. */
function hear(work: Work, row: Claimed, own: Hearing, outOfHours: Set<number>): boolean {
  const told = {
    says: row.says,
    at: work.now,
    isOutOfHours: outOfHours.has(row.id),
    isInDigest: row.ref.inDigest === true && own.hasDigest,
    yields: hasFlag(row.kind, 'yields'),
  };
  const { isLoud } = soundOf(told, own.heard, own.limits);
  if (isLoud) own.heard.push(work.now);
  if (isLoud && row.kind === 'digest') own.hasDigest = true;
  return isLoud;
}

/** Which of the kinds of working time come outside of it: by the hours frozen in their request, else those of their agreement. */
async function outOfHoursOf(work: Work, rows: Claimed[]): Promise<Set<number>> {
  const ids = rows.filter((row) => hasFlag(row.kind, 'isOfHours')).map((row) => row.id);
  if (ids.length === 0) return new Set();
  const found = await work.tx.execute<{ id: string; hours: Policy['workingHours'] | null }>(sql`
    select o.id, coalesce(r.policy, p.policy)->'workingHours' as hours from outbox o
    left join pair p on p.id = o.pair_id
    left join request r on r.pair_id = o.pair_id and r.id = (o.ref->>'requestId')::int
    where o.id = any(${idList(ids)})`);
  const isWorked = new Map<string, boolean>();
  const isOut = ({ hours }: { hours: Policy['workingHours'] | null }): boolean => {
    const key = JSON.stringify(hours);
    const worked = isWorked.get(key) ?? isWorkingTime(calendarWith(work.calendar, hours), work.now);
    isWorked.set(key, worked);
    return !worked;
  };
  return new Set(found.filter(isOut).map((row) => Number(row.id)));
}

const calendarWith = (calendar: Calendar, hours: Policy['workingHours'] | null): Calendar =>
  hours === null ? calendar : withHours(calendar, hours);

async function write(work: Work, rows: Claimed[], silent: Map<number, boolean>): Promise<void> {
  const changed = rows.filter((row) => row.silent !== silent.get(row.id)).map((row) => row.id);
  if (changed.length === 0) return;
  await work.tx.execute(sql`update outbox set silent = not silent where id = any(${idList(changed)})`);
}
