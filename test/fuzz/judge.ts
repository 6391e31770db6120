import { ownEntry } from '../../src/domain/own-entry.ts';
import { type Act, mayDo, PERMISSIONS } from '../../src/domain/permission.ts';
import { DEEDS, type Deed, UNLOGGED } from './acts.ts';
import type { Change } from './change-log.ts';
import { type Entry, type FindSides, readEntry, type Sides } from './entry.ts';
import { mayTap } from './role-rows.ts';
import type { Seat, Sender } from './sender.ts';

/** What an update came with, and what it did: the rows of the transactions that entered it as seen. */
export type Case = {
  update: Record<string, unknown>;
  senders: readonly Sender[];
  changes: readonly Change[];
};

/** What of the changes nobody who sent the update may do, in words; by the tables alone, not by what the program checks. */
export async function judgeUpdate(findSides: FindSides, given: Case): Promise<string[]> {
  const entries = given.changes.filter(({ table }) => table === 'audit_entry').map(readEntry);
  const faults = given.changes.flatMap((change) => [
    ...judgePair(given, change),
    ...(entries.length === 0 ? judgeUnlogged(given, change) : []),
  ]);
  for (const entry of entries) {
    if (!isTheirs(given, entry)) faults.push(`${entry.type} in the name of somebody else`);
    const sides = await findSides(entry, given.changes);
    const deeds = DEEDS[entry.type];
    if (!deeds) faults.push(`${entry.type}, of which the table of deeds says nothing`);
    else if (!deeds.some((deed) => isFree(given, entry, deed, sides, entries)))
      faults.push(`${entry.type} by ${nameOf(given, entry.pairId)}`);
  }
  return [...faults, ...judgeTap(given, entries)];
}

/** A row of a pair changes by people of the pair only, or is about oneself; messages go wherever they must. */
function judgePair({ senders }: Case, { table, op, row }: Change): string[] {
  const pairId = row.pair_id;
  if (table === 'outbox' || typeof pairId !== 'number') return [];
  const isIn = senders.some(
    ({ personId, seats }) => personId === row.person_id || seats.some((seat) => seat.pairId === pairId),
  );
  return isIn || isOfNewcomer(table) ? [] : [`${table} ${op} in a pair by somebody outside of it`];
}

/** Who is let into a pair stands in the pair's log before they have a seat. */
const isOfNewcomer = (table: string): boolean => table === 'audit_entry' || table === 'audit_chain';

function judgeUnlogged({ senders }: Case, { table, op, row, columns }: Change): string[] {
  const changed = columns.length > 0 ? `${table} (${columns.join(', ')})` : table;
  const rule = ownEntry(UNLOGGED, changed) ?? ownEntry(UNLOGGED, table);
  const what = `${op} ${changed} without an entry`;
  if (rule === undefined) return [what];
  if (rule === 'anybody') return [];
  if (rule === 'own')
    return senders.some(({ personId }) => personId === row.person_id) ? [] : [`${what}, of another person`];
  const seats = seatsIn(senders, row.pair_id);
  return seats.some((seat) => rule.some((act) => mayAs(seat, act, {}))) ? [] : [what];
}

/** A button of the role table that is nobody's of this role leaves no entry. */
function judgeTap({ update, senders }: Case, entries: readonly Entry[]): string[] {
  const data = (update.callback_query as { data?: unknown } | undefined)?.data;
  // What one does about oneself asks no role, and a group's buttons are judged by their deeds: the table taps them in private.
  const own = entries.filter(
    ({ type }) => type !== 'account.returned' && !DEEDS[type]?.includes('self') && !type.startsWith('group.'),
  );
  if (typeof data !== 'string' || own.length === 0) return [];
  const seats = senders.flatMap((one) => one.seats);
  return mayTap(data, seats) ? [] : [`${own[0]!.type} by a button that the role table refuses`];
}

/** An entry names its doer, or nobody where it only follows. */
const isTheirs = ({ senders }: Case, { by }: Entry): boolean =>
  by === null || senders.some(({ personId }) => personId === by);

function isFree(
  { senders, changes }: Case,
  entry: Entry,
  deed: Deed,
  sides: Sides,
  entries: readonly Entry[],
): boolean {
  if (deed === 'token') return true;
  // What follows in somebody's name follows an act of theirs, which is judged by itself.
  if (deed === 'follows')
    return entry.by === null || entries.some(({ type }) => DEEDS[type]?.some((one) => one !== 'follows'));
  const isOwn = (personId: unknown) => senders.some((one) => one.personId === personId);
  if (deed === 'self') return isOwn(entry.by) || isOwn(entry.facts.person);
  if (deed === 'asked')
    return changes.some(({ table, row }) => table === 'recipient' && isOwn(row.person_id));
  return seatsIn(senders, entry.pairId).some((seat) => mayAs(seat, deed, sides));
}

/** Of all pairs for what is of none. */
function seatsIn(senders: readonly Sender[], pairId: unknown): Seat[] {
  const seats = senders.flatMap((one) => one.seats);
  return typeof pairId === 'number' ? seats.filter((seat) => seat.pairId === pairId) : seats;
}

/** As the permission table says; where nothing tells the side, by the role alone. */
function mayAs(seat: Seat, act: Act, sides: Sides): boolean {
  const { where } = PERMISSIONS[act];
  const own = { owner: seat.side, lead: seat.side, asked: seat.side };
  const key = where === 'lead' || where === 'asked' ? where : 'owner';
  return mayDo(seat, act, { ...own, [key]: sides[key] ?? own[key] });
}

function nameOf({ senders }: Case, pairId: number | null): string {
  const names = seatsIn(senders, pairId).map(({ role, side }) => `${role} ${side}`);
  return names.join(', ') || senders.map(({ state }) => state).join(', ') || 'nobody';
}
