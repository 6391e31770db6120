import { inArray } from 'drizzle-orm';
import { pair } from '../../db/schema/index.ts';
import type { Message, Text } from '../domain/message.ts';
import type { Role, Side } from '../domain/side.ts';
import type { TextKey } from '../locales/keys.ts';
import { tellPeople } from './enqueue.ts';
import type { OrgChange } from './import-org-change.ts';
import type { StoredOrg } from './import-org-stored.ts';
import { roleText } from './link/messages.ts';
import { reachedOn } from './link/own-side.ts';
import { details, text } from './said.ts';
import type { Work } from './work.ts';

/** One message holds seven lines: the title, these, and how many more. */
const SHOWN = 5;
const WITNESSES: Role[] = ['secretary', 'chair', 'vice'];

type MemberRow = StoredOrg['members'][number];
type Place = { pairId: number; side: Side };

/**
 * Says to the đầu mối and leaders of a side, those of before and those of now, which memberships an import began, changed or ended
 * there: one message a person over all their pairs. Whoever has no account yet hears nothing.
 */
export async function tellImported(
  work: Work,
  changes: readonly OrgChange[],
  before: readonly MemberRow[],
): Promise<void> {
  const told = new Map<number, OrgChange[]>();
  const places = new Map<string, Promise<Set<number>>>();
  for (const change of changes.filter(({ what }) => what === 'member'))
    for (const place of placesOf(change, before)) {
      const key = `${place.pairId} ${place.side}`;
      if (!places.has(key)) places.set(key, witnessesAt(work, place, before));
      for (const personId of await places.get(key)!)
        told.set(personId, [...(told.get(personId) ?? []), change]);
    }
  const names = await pairNames(work, changes);
  await tellPeople(
    work,
    [...told].map(([personId, own]) => ({
      pairId: null,
      kind: 'said',
      ref: { message: newsOf(own, names) },
      personId,
    })),
  );
}

/** Where somebody stands now, and where they stood: an import may move them to the other side. */
function placesOf({ pairId, id, facts }: OrgChange, before: readonly MemberRow[]): Place[] {
  const now = { pairId: pairId!, side: facts!.side as Side };
  const was = before.find((row) => row.pairId === pairId && row.personId === id)?.side ?? now.side;
  return was === now.side ? [now] : [now, { pairId: now.pairId, side: was }];
}

async function witnessesAt(
  work: Work,
  { pairId, side }: Place,
  before: readonly MemberRow[],
): Promise<Set<number>> {
  const today = work.now.toISODate()!;
  const were = before.filter(
    (row) =>
      row.pairId === pairId &&
      row.side === side &&
      WITNESSES.includes(row.role) &&
      (row.toDay === null || row.toDay > today),
  );
  return new Set([...were.map((row) => row.personId), ...(await reachedOn(work, pairId, side, WITNESSES))]);
}

const LINES: Record<OrgChange['kind'], TextKey> = {
  added: 'member-imported-added',
  changed: 'member-imported-changed',
  ended: 'member-imported-ended',
};

function newsOf(changes: readonly OrgChange[], names: Map<number, string>): Message {
  const line = ({ kind, name, pairId, facts }: OrgChange): Text =>
    text(LINES[kind], { name, role: roleText(facts!.role as Role), pair: names.get(pairId!)! });
  const more = changes.length - SHOWN;
  return details([
    text('member-imported'),
    ...changes.slice(0, SHOWN).map(line),
    more > 0 && text('member-imported-more', { count: more }),
  ]);
}

async function pairNames({ tx }: Work, changes: readonly OrgChange[]): Promise<Map<number, string>> {
  const ids = changes.flatMap(({ what, pairId }) => (what === 'member' && pairId !== null ? [pairId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: pair.id, name: pair.name })
    .from(pair)
    .where(inArray(pair.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
