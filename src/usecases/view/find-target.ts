import { asc, eq } from 'drizzle-orm';
import { target, targetAlias } from '../../../db/schema/index.ts';
import { fold } from '../../domain/fold.ts';
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

/** Targets that fit what was typed, the exact name or alias alone when there is one. Accents do not matter (R12). */
export function matchTargets(targets: TargetChoice[], typed: string): TargetChoice[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const exact = targets.filter((one) => one.folded === wanted || one.aliases.includes(wanted));
  if (exact.length > 0) return exact;
  const words = wanted.split(' ');
  return targets.filter((one) =>
    [one.folded, ...one.aliases].some((name) => words.every((word) => name.includes(word))),
  );
}
