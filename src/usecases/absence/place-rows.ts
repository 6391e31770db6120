import { and, inArray } from 'drizzle-orm';
import { membership, telegramAccount } from '../../../db/schema/index.ts';
import { type Where, whereTo } from '../../domain/absence.ts';
import type { ToldRow } from '../enqueue.ts';
import { inForceOn, REACHED } from '../link/own-side.ts';
import { hasFlag, thingsIn } from '../outbox/kinds.ts';
import type { Work } from '../work.ts';
import { absencesFrom } from './away.ts';
import { recordStandIn } from './record-stand-in.ts';

/**
 * What is said to people who are away: deferred to the morning on which they are back, or told to the colleague who stands in as
 * well, then silently to the person. Answers to what one types or taps go at once, and so does Khẩn.
 */
export async function placeRows(work: Work, rows: ToldRow[]): Promise<ToldRow[]> {
  const movable = rows.filter((row) => !row.goesAnyway && row.lane !== 0 && !hasFlag(row.kind, 'isOwnDoing'));
  const people = [...new Set(movable.map((row) => row.personId))];
  const own = await absencesFrom(work, people, work.now.toISODate()!);
  if (own.length === 0) return rows;
  const colleagues = own.flatMap((one) => one.redirectTo ?? []);
  const absences = [...own, ...(await absencesFrom(work, colleagues, work.now.toISODate()!))];
  const desk = await openStandIns(work, rows, [...people, ...colleagues]);
  const placed: ToldRow[] = [];
  for (const row of rows) {
    const at = row.notBefore && row.notBefore > work.now ? row.notBefore : work.now;
    const where = movable.includes(row) ? whereTo(absences, row.personId, at, work.calendar) : undefined;
    placed.push(...(await placeRow(work, desk, rows, row, where)));
  }
  return placed;
}

async function placeRow(
  work: Work,
  desk: StandIns,
  all: ToldRow[],
  row: ToldRow,
  where: Where | undefined,
): Promise<ToldRow[]> {
  if (where?.kind === 'defer' && !row.isUrgent)
    return [{ ...withRef(row, { awayId: where.absenceId }), notBefore: where.until }];
  if (where?.kind !== 'redirect' || row.pairId === null) return [row];
  if (!desk.mayStandIn(row.pairId, row.personId, where.to)) return [row];
  const quiet = { ...row, isNews: true };
  if (!hasFlag(row.kind, 'toStandIn') || isToldAnyway(all, row, where.to)) return [quiet];
  await recordStandIn(work, { ...row, pairId: row.pairId }, where);
  // The digest that says it too is the other person's.
  const told = withRef(row, { insteadOf: row.personId, inDigest: undefined });
  return [quiet, { ...told, personId: where.to }];
}

const withRef = (
  row: ToldRow,
  more: { awayId?: number; insteadOf?: number; inDigest?: undefined },
): ToldRow => ({ ...row, ref: { ...row.ref, ...more } }) as ToldRow;

/** What goes to a role and not to one recipient reaches the colleague by their own role. */
function isToldAnyway(all: ToldRow[], row: ToldRow, colleague: number): boolean {
  const [own] = thingsIn(row.ref);
  const isSame = (other: ToldRow): boolean => {
    const [its] = thingsIn(other.ref);
    return its!.requestId === own!.requestId && its!.exchangeId === own!.exchangeId;
  };
  return (
    own!.recipientId === undefined &&
    all.some((other) => other.kind === row.kind && other.personId === colleague && isSame(other))
  );
}

type StandIns = {
  mayStandIn(pairId: number, personId: number, colleague: number): boolean;
};

/** A colleague stands in where both are on one side today and the colleague is reached. */
async function openStandIns(work: Work, rows: ToldRow[], people: number[]): Promise<StandIns> {
  const pairIds = [...new Set(rows.flatMap((row) => row.pairId ?? []))];
  const places = pairIds.length > 0 ? await placesOf(work, pairIds, people) : [];
  const sides = new Map(places.map((one) => [`${one.pairId} ${one.personId}`, one.side]));
  const reached = new Set(places.filter((one) => one.accountId !== null).map((one) => one.personId));
  return {
    mayStandIn: (pairId, personId, colleague) => {
      const side = sides.get(`${pairId} ${personId}`);
      return side !== undefined && side === sides.get(`${pairId} ${colleague}`) && reached.has(colleague);
    },
  };
}

const placesOf = (work: Work, pairIds: number[], people: number[]) =>
  work.tx
    .select({
      pairId: membership.pairId,
      personId: membership.personId,
      side: membership.side,
      accountId: telegramAccount.id,
    })
    .from(membership)
    .leftJoin(telegramAccount, REACHED)
    .where(
      and(
        inArray(membership.pairId, pairIds),
        inArray(membership.personId, people),
        inForceOn(membership, work.now.toISODate()!),
      ),
    );
