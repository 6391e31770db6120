import { and, eq } from 'drizzle-orm';
import { recommendation } from '../../../db/schema/index.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { loadRecommendation, type Recommended } from './load-recommendation.ts';

/** `day` 'YYYY-MM-DD', not ahead; `symbol` of the document that reports it, where there is one. */
export type Finished = { day: string; symbol?: string | undefined; insisted?: boolean | undefined };

/** "Đã thực hiện": the lead's đầu mối says that what the conclusion asked for is done. Of two taps one counts. */
export async function finishRecommendation(
  work: Work,
  actor: Actor,
  id: number,
  given: Finished,
): Promise<Recommended | Refused> {
  const loaded = await loadRecommendation(work, actor, id, 'recommendation.finish', { lock: true });
  if (isRefused(loaded)) return loaded;
  const { row, member } = loaded;
  if (row.state !== 'open') return refuse('refused-answered-already');
  const wrong = checkFinished(work, given);
  if (wrong) return wrong;
  const { day, symbol } = given;
  const [done] = await work.tx
    .update(recommendation)
    .set({
      state: 'done',
      doneDay: day,
      doneSymbol: symbol ?? null,
      doneBy: actor.personId,
      doneAt: work.now,
    })
    .where(and(eq(recommendation.id, id), eq(recommendation.state, 'open')))
    .returning();
  await audit(work, {
    pairId: row.pairId,
    type: 'recommendation.done',
    by: actor.personId,
    inspectionId: row.inspectionId,
    facts: { side: member.side, recommendation: row.n, day },
    values: symbol ? { symbol: { value: symbol } } : {},
  });
  return { ...loaded, row: done! };
}

function checkFinished(work: Work, { day, symbol, insisted }: Finished): Refused | undefined {
  if (day > work.now.toISODate()!) return refuse('rec-day-ahead', { day: { day } });
  if (symbol === undefined) return undefined;
  if (findSecret(symbol).kind === 'refused') return refuse('secret-refused');
  const isRead = parseSymbol(symbol).kind === 'ok' || (insisted && insistedSymbol(symbol) === symbol);
  return isRead ? undefined : refuse('form-symbol-impossible');
}
