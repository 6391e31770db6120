import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { exchange, inspection, inspectionVersion, pair, target } from '../../../db/schema/index.ts';
import type { Kind } from '../../domain/kinds.ts';
import { type Act, mayDo } from '../../domain/permission.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { type Case, committeesIn, shutIds, shutPeopleOf } from '../inspection/load-case.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';

const { words: _words, folded: _folded, ...COLUMNS } = getTableColumns(exchange);

/** The columns of an entry but those that only the search needs. */
export const ENTRY = COLUMNS;
export type Entry = Omit<typeof exchange.$inferSelect, 'words' | 'folded'>;

/** An entry with what belongs to it. */
export type Logged = {
  entry: Entry;
  pair: typeof pair.$inferSelect;
  committees: Case['committees'];
  /** The inspection that it is about. */
  about: { id: number; code: string | null; kind: Kind } | undefined;
  target: string | undefined;
  /** People who belong to the target or its parents: neither asked nor told, and not shown. */
  shutPeople: number[];
};

/** Loads an entry; `lock` takes its row FOR UPDATE first. Undefined: not in the scope. */
export async function loadExchange(
  work: Work,
  id: number,
  options: { lock?: boolean } = {},
): Promise<Logged | undefined> {
  if (options.lock)
    await work.tx.select({ id: exchange.id }).from(exchange).where(eq(exchange.id, id)).for('update');
  return (await loadExchanges(work, [id])).get(id);
}

/** Entries by their ids, in two queries however many; those that are not in the scope are left out. */
export async function loadExchanges(work: Work, ids: number[]): Promise<Map<number, Logged>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({
      entry: ENTRY,
      pair,
      target: target.name,
      about: { id: inspection.id, code: inspection.code },
      kind: inspectionVersion.kind,
      shut: shutPeopleOf(exchange.targetId),
    })
    .from(exchange)
    .innerJoin(pair, eq(pair.id, exchange.pairId))
    .leftJoin(target, and(eq(target.pairId, exchange.pairId), eq(target.id, exchange.targetId)))
    .leftJoin(
      inspection,
      and(eq(inspection.pairId, exchange.pairId), eq(inspection.id, exchange.inspectionId)),
    )
    .leftJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(inArray(exchange.id, ids));
  const committeesOf = await committeesIn(
    work,
    rows.map((row) => row.pair),
  );
  return new Map(
    rows.map((row) => [
      row.entry.id,
      {
        entry: row.entry,
        pair: row.pair,
        committees: committeesOf(row.pair),
        about: row.about && row.kind ? { ...row.about, kind: row.kind } : undefined,
        target: row.target ?? undefined,
        shutPeople: shutIds(row.shut),
      },
    ]),
  );
}

/** Whether it has crossed: the sweep may mark that some seconds later. */
export const hasCrossed = (entry: Entry, nowMs: number): boolean =>
  entry.state !== 'recalled' && entry.crossesAt.toMillis() <= nowMs;

/** The side that is to confirm and to answer a document. */
export const receiverOf = (entry: Pick<Entry, 'fromSide'>): Side => otherSide(entry.fromSide);

function isVisible(entry: Entry, member: Member, nowMs: number): boolean {
  return member.side === entry.loggedSide || hasCrossed(entry, nowMs);
}

/**
 * The actor's membership when the entry is theirs to see and the act theirs to do; else as what does not exist. `owner` is the
 * side that logged it (R4), `asked` the side whose document it is not.
 */
export function authoriseExchange(
  logged: Logged | undefined,
  actor: Actor,
  act: Act,
  nowMs: number,
): { member: Member; logged: Logged } | Refused {
  const member = logged && memberIn(actor, logged.entry.pairId);
  if (!logged || !member || !isVisible(logged.entry, member, nowMs)) return refuse('refused-not-found');
  if (logged.shutPeople.includes(actor.personId)) return refuse('refused-not-found');
  const sides = { owner: logged.entry.loggedSide, asked: receiverOf(logged.entry) };
  return mayDo(member, act, sides) ? { member, logged } : refuse('refused-not-allowed');
}

/** The entry of this id, for a person who may do this with it now (see `authoriseExchange`). */
export const exchangeFor = async (
  work: Work,
  actor: Actor,
  exchangeId: number,
  act: Act,
  options?: Parameters<typeof loadExchange>[2],
): Promise<{ member: Member; logged: Logged } | Refused> =>
  authoriseExchange(await loadExchange(work, exchangeId, options), actor, act, work.now.toMillis());
