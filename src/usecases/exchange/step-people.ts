import { otherSide, type Role, type Side } from '../../domain/side.ts';
import { areAllDeferred } from '../absence/away.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import { receiverOf } from './load-exchange.ts';
import type { ExchangeStep, StepAbout } from './run-exchange-steps.ts';

/**
 * Whom a step of the ledger speaks to (R6): reminders the đầu mối of the side that is waited for, then that side's leaders (its đầu
 * mối where there are none, or all are away), then the đầu mối of both sides. Never people of the target.
 */
export async function peopleForStep(work: Work, step: ExchangeStep, about: StepAbout): Promise<number[]> {
  const side = about.logged ? receiverOf(about.logged.entry) : about.slot.side;
  const shut = about.logged?.shutPeople ?? [];
  const find = async (of: Side, roles: Role[]) =>
    (await peopleOf(work, step.pairId, of, roles)).filter((id) => !shut.includes(id));
  if (step.kind === 'own_leader') {
    const leaders = await find(side, ['chair', 'vice']);
    const isMissing = leaders.length === 0 || (await areAllDeferred(work, leaders));
    return isMissing ? [...leaders, ...(await find(side, ['secretary']))] : leaders;
  }
  const own = await find(side, ['secretary']);
  return step.kind === 'across' ? [...own, ...(await find(otherSide(side), ['secretary']))] : own;
}
