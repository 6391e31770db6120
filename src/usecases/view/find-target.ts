import { asc, eq } from 'drizzle-orm';
import { target, targetAlias } from '../../../db/schema/index.ts';
import { fold } from '../../domain/fold.ts';
import { foldedOrganisation } from '../../domain/vocabulary.ts';
import type { Work } from '../work.ts';

export type TargetChoice = {
  id: number;
  name: string;
  folded: string;
  aliases: string[];
  endedOn: string | null;
  successorId: number | null;
};

/** All targets of a pair with their aliases; ended ones too: readable, not selectable (R9). */
export async function listTargets(work: Work, pairId: number): Promise<TargetChoice[]> {
  const rows = await work.tx.select().from(target).where(eq(target.pairId, pairId)).orderBy(asc(target.id));
  const aliases = await work.tx.select().from(targetAlias).where(eq(targetAlias.pairId, pairId));
  const today = work.now.toISODate()!;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    folded: row.folded,
    aliases: aliases.filter((alias) => alias.targetId === row.id).map((alias) => alias.folded),
    endedOn: row.toDay !== null && row.toDay <= today ? row.toDay : null,
    successorId: row.successorId,
  }));
}

/**
 * Targets that fit what was typed: the exact name or alias alone when there is one, also shortened ("CB PC02", "Đảng uỷ" for "Đảng bộ"), then
 * those that bear all its words, then those that bear them in part. Accents do not matter (R12).
 */
export function matchTargets(targets: TargetChoice[], typed: string): TargetChoice[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const words = foldedOrganisation(wanted);
  const named = (fits: (name: string) => boolean) =>
    targets.filter((one) => [one.folded, ...one.aliases].some(fits));
  const tries = [
    () => named((name) => name === wanted),
    () => named((name) => foldedOrganisation(name) === words),
    () => named((name) => bearsAll(` ${name} `, spaced(wanted))),
    () => named((name) => bearsAll(` ${foldedOrganisation(name)} `, spaced(words))),
    () => named((name) => bearsAll(name, wanted.split(' '))),
  ];
  for (const look of tries) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}

const spaced = (words: string): string[] => words.split(' ').map((word) => ` ${word} `);

const bearsAll = (name: string, words: readonly string[]): boolean =>
  words.every((word) => name.includes(word));
