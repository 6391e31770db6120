import { createHash } from 'node:crypto';
import {
  calendarDay,
  committee,
  duty,
  membership,
  pair,
  person,
  sideSetting,
  target,
  targetAlias,
  targetPerson,
} from '../../db/schema/index.ts';
import type { OrgFile, OrgProblem } from './org-file.ts';
import { text } from './said.ts';
import type { Work } from './work.ts';

/** What the database holds of organisations before an import. */
export type StoredOrg = Awaited<ReturnType<typeof loadStored>>;

/** Reads all of it; needs a scope over all pairs. */
export async function loadStored({ tx }: Work) {
  return {
    committees: await tx.select().from(committee),
    people: await tx.select().from(person),
    pairs: await tx.select().from(pair),
    settings: await tx.select().from(sideSetting),
    members: await tx.select().from(membership),
    targets: await tx.select().from(target),
    aliases: await tx.select().from(targetAlias),
    ties: await tx.select().from(targetPerson),
    duties: await tx.select().from(duty),
    calendar: await tx.select().from(calendarDay),
  };
}

/** The key an erased person keeps: it tells that a file names them again, and not who they were (C8). */
export const erasedKey = (key: string): string =>
  `erased-${createHash('sha256').update(`person ${key}`).digest('hex').slice(0, 32)}`;

/** What a file without errors may still not do: give a pair other committees or a duty another period or event, or bring erased people back (C8). */
export function findConflicts(org: OrgFile, stored: StoredOrg): OrgProblem[] {
  const committeeKeys = new Map(stored.committees.map((row) => [row.id, row.key]));
  const moved = org.pairs.flatMap(({ key, line, a, b }) => {
    const old = stored.pairs.find((row) => row.key === key);
    const [oldA, oldB] = [committeeKeys.get(old?.committeeA ?? 0), committeeKeys.get(old?.committeeB ?? 0)];
    if (!old || (oldA === a.committee && oldB === b.committee)) return [];
    return [{ line, text: text('admin-org-pair-moved', { key, a: oldA!, b: oldB! }) }];
  });
  const erased = new Set(stored.people.filter((row) => row.erasedAt !== null).map((row) => row.key));
  const back = org.people
    .filter(({ key }) => erased.has(erasedKey(key)))
    .map(({ key, line }) => ({ line, text: text('admin-org-erased', { key }) }));
  return [...moved, ...back, ...findOtherPeriods(org, stored)].sort((one, other) => one.line - other.line);
}

/** Slots of one duty never overlap, and an event is not another: its period or its event stays. */
function findOtherPeriods(org: OrgFile, stored: StoredOrg): OrgProblem[] {
  const pairKeys = new Map(stored.pairs.map((row) => [row.id, row.key]));
  return org.duties.flatMap(({ pair, key, period, event, line }) => {
    const old = stored.duties.find((row) => row.key === key && pairKeys.get(row.pairId) === pair);
    if (!old || (old.period === period && old.event === event)) return [];
    const had = old.period ?? old.event ?? '';
    const words = old.period === null ? 'admin-org-duty-event' : 'admin-org-duty-period';
    return [{ line, text: text(words, { key, period: had }) }];
  });
}
