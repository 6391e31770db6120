import { and, eq } from 'drizzle-orm';
import { exchangeStep } from '../../../db/schema/index.ts';
import type { Wait } from '../../domain/exchange.ts';
import type { PlannedExchangeStep } from '../../domain/exchange-steps.ts';
import type { Work } from '../work.ts';

type About = { pairId: number } & (
  | { exchangeId: number; slotId?: undefined }
  | { slotId: number; exchangeId?: undefined }
);

/**
 * Moves what is pending of a thing to where the plan has it now; what is done or skipped stays. A kind the plan has no room
 * for any more is skipped with the reason; one that is new is added when it lies ahead. Says whether anything moved.
 */
export async function replanSteps(
  work: Work,
  about: About,
  of: Wait,
  planned: PlannedExchangeStep[],
  reason = 'calendar imported',
): Promise<boolean> {
  const steps = await work.tx
    .select()
    .from(exchangeStep)
    .where(
      and(
        about.exchangeId === undefined
          ? eq(exchangeStep.slotId, about.slotId)
          : eq(exchangeStep.exchangeId, about.exchangeId),
        eq(exchangeStep.of, of),
      ),
    );
  let moved = false;
  for (const step of steps.filter((one) => one.state === 'pending' && one.kind !== 'cross')) {
    const wanted = planned.find((one) => one.kind === step.kind);
    if (wanted && +wanted.dueAt === +step.dueAt) continue;
    const set = wanted ? { dueAt: wanted.dueAt } : { state: 'skipped' as const, reason, doneAt: work.now };
    await work.tx.update(exchangeStep).set(set).where(eq(exchangeStep.id, step.id));
    moved = true;
  }
  const fresh = planned.filter(
    (one) => one.dueAt > work.now && !steps.some((step) => step.kind === one.kind),
  );
  if (fresh.length > 0) await work.tx.insert(exchangeStep).values(fresh.map((one) => ({ ...about, ...one })));
  return moved || fresh.length > 0;
}
