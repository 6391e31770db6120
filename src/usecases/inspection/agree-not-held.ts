import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { isRefused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type Confirmed, lockAsked, tellAsker, type Word, writeWord } from './confirm-change-word.ts';
import { loadCase } from './load-case.ts';
import { mayStop } from './propose-stop.ts';

/** The other side's word on "hai bên thống nhất chưa thực hiện"; not confirmed: the proposal stays as it was answered. */
export async function agreeNotHeld(
  work: Work,
  actor: Actor,
  requestId: number,
  word: Word,
): Promise<Confirmed> {
  const asking = await lockAsked(work, actor, requestId, 'not_held', word);
  if (isRefused(asking)) return asking;
  const { found } = asking;
  if (!mayStop('not_held', found.inspection.state)) return refuse('refused-state');
  const mine = await writeWord(work, actor, asking, word);
  if (!word.isConfirmed) {
    await tellAsker(work, asking, mine, 'not_held_refused', true);
    return { kind: 'refused', asks: 'not_held', found };
  }
  await work.tx
    .update(inspection)
    .set({ state: 'not_held', changedAt: work.now })
    .where(eq(inspection.id, found.inspection.id));
  await tellAsker(work, asking, mine, 'not_held', true);
  return { kind: 'confirmed', asks: 'not_held', found: (await loadCase(work, found.inspection.id))! };
}
