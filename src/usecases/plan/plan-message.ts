import type { ActionData, Message, Text } from '../../domain/message.ts';
import { workingDaysLeft } from '../../domain/plan-policy.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { onlyPair, pairChoice } from '../link/pair-choice.ts';
import { details, isRefused, type Refused, refuse, strong, text } from '../said.ts';
import { joined, plain } from '../view/paged.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { openFindings } from './agree-plan.ts';
import { awaitsLeader, hasExchanged, type Planned, type PlanSide, planFor } from './load-plan.ts';
import { openPlan } from './open-plan.ts';
import { planButtons } from './plan-buttons.ts';
import { figuresLine, planFigures } from './plan-figures.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** What was typed after /kehoach: words of an agreement's name, a year at the end, both or neither. */
export function readPlanWords(typed: string): { name: string; year?: number } {
  const found = /(?:^|\s)(?:(?:năm|nam|year)\s*)?(\d{4})$/iu.exec(typed);
  return found ? { name: typed.slice(0, found.index).trim(), year: Number(found[1]) } : { name: typed };
}

/** /kehoach: the plan of the year that was named, or the one that is worked on; or the question of which agreement, which keeps the year. */
export function planOrChoice(
  work: Work,
  actor: Actor,
  { page = 0, name = '', year }: { page?: number; name?: string; year?: number } = {},
): Promise<Message | Refused> | Message | Refused {
  if (actor.members.length === 0) return refuse('refused-not-allowed');
  const only = onlyPair(actor.members, name);
  if (only) return planOfPair(work, actor, only.pairId, year);
  const pick = (pairId: number): ActionData => act('plan.list', { pairId, year: year ?? 0 });
  const turn = (to: number): ActionData => act('plan.pairs', { page: to, year: year ?? 0 });
  return pairChoice({ pick, turn }, 'plan-choose-pair', actor.members, page, name);
}

/** The plan of a pair; a year that was typed, or the one that is worked on. */
export async function planOfPair(
  work: Work,
  actor: Actor,
  pairId: number,
  year?: number,
): Promise<Message | Refused> {
  const planned = await openPlan(work, actor, pairId, year);
  return isRefused(planned) ? planned : planMessage(work, actor, planned);
}

/** The same by its id. */
export async function readPlan(
  work: Work,
  actor: Actor,
  planId: number,
  isWhole = false,
): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  return isRefused(allowed) ? allowed : planMessage(work, actor, allowed.planned, isWhole);
}

/**
 * Where a plan stands: its steps with their days, what each side has given, what is open; buttons by role and state, those beyond five rows behind
 * [Việc khác] unless `isWhole`.
 */
export async function planMessage(
  work: Work,
  actor: Actor,
  planned: Planned,
  isWhole = false,
): Promise<Message> {
  const { plan, pair } = planned;
  const member = memberIn(actor, plan.pairId)!;
  const items = await visibleItems(work, actor, planned);
  const open = await openFindings(work, plan.id);
  const joint = items.filter((item) => item.side === null).length;
  const said = details(
    [
      strong(text('plan-head', { year: String(plan.year), state: text(`plan-state-${plan.state}`) })),
      plain(pair.name),
      sideLine(work, planned, member.side, member.side, items),
      sideLine(work, planned, otherSide(member.side), member.side, items),
      joint > 0 &&
        text('plan-joint-lines', {
          count: joint,
          isAgreed: plan.state === 'agreed' || plan.state === 'frozen' ? 'yes' : 'no',
        }),
      ...dayLines(work, planned),
      plan.state === 'comparing' && text('plan-open-findings', { count: open }),
      plan.state !== 'frozen' && figuresLine(await planFigures(work, actor, planned, items)),
      plan.frozenSymbol !== null &&
        text('plan-frozen-on', { symbol: plan.frozenSymbol, day: { day: plan.frozenDay! } }),
    ],
    planButtons(work, planned, member, { open, lines: items.length }),
  );
  return isWhole ? said : { ...said, others: act('plan.show', { id: plan.id, part: 'all' }) };
}

/** "UBKT Tỉnh uỷ: 9 dòng · đã trao đổi 10/01": of a part that has not crossed only that it was not received (R4). */
function sideLine(
  work: Work,
  { plan, sides, committees }: Planned,
  side: Side,
  own: Side,
  items: Item[],
): Text {
  const { agreedAt, exchangedAt, returnedReason } = sides[side];
  const name = committees[side].shortName;
  const isCrossed = hasExchanged(sides[side], work.now);
  const isLate = !isCrossed && work.now.toISODate()! > plan.exchangeDue;
  if (side !== own && !isCrossed) return text(isLate ? 'plan-side-late' : 'plan-side-waited', { name });
  const count = items.filter((item) => item.side === side).length;
  return joined([
    text('plan-side-lines', { name, count }),
    isCrossed
      ? text('plan-side-exchanged', { day: { date: exchangedAt!.toISODate()! } })
      : text(ownState(sides[side], isLate)),
    exchangedAt === null &&
      returnedReason !== null &&
      text('plan-side-returned', { reason: { lower: text(`reason-${returnedReason}`) } }),
    agreedAt !== null && text('plan-side-agreed', { day: { date: agreedAt.toISODate()! } }),
  ]);
}

function ownState(side: PlanSide, isLate: boolean) {
  if (awaitsLeader(side)) return 'plan-side-awaiting';
  if (side.exchangedAt !== null) return 'plan-side-crossing';
  return isLate ? 'plan-side-own-late' : 'plan-side-drafting';
}

/** The step that is being counted down to, with the working days left. */
function dayLines(work: Work, { plan }: Planned): Text[] {
  const today = work.now.toISODate()!;
  const line = (key: 'plan-exchange-by' | 'plan-agree-by', due: string) =>
    text(key, {
      due: { strong: { day: due } },
      left:
        today > due
          ? text('plan-past')
          : text('plan-left', { count: workingDaysLeft(work.calendar, today, due) }),
    });
  if (plan.state === 'drafting')
    return [line('plan-exchange-by', plan.exchangeDue), line('plan-agree-by', plan.agreeDue)];
  return plan.state === 'comparing' ? [line('plan-agree-by', plan.agreeDue)] : [];
}
