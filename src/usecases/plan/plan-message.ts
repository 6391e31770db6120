import type { Button, Message, Text } from '../../domain/message.ts';
import { isLeader, mayDo } from '../../domain/permission.ts';
import { workingDaysLeft } from '../../domain/plan-policy.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { pairChoice } from '../link/pair-choice.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { joined } from '../view/paged.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { openFindings } from './agree-plan.ts';
import { authorisePlan, hasExchanged, loadPlan, type Planned } from './load-plan.ts';
import { openPlan } from './open-plan.ts';
import { figuresLine, planFigures } from './plan-figures.ts';
import { PLAN_ROOMS } from './plan-rooms.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** /kehoach: the plan that is worked on, or the question of which agreement. */
export function planOrChoice(
  work: Work,
  actor: Actor,
  page = 0,
): Promise<Message | Refused> | Message | Refused {
  const [only, ...more] = actor.members;
  if (!only) return refuse('refused-not-allowed');
  return more.length > 0
    ? pairChoice('plan', 'plan-choose-pair', actor.members, page)
    : planOfPair(work, actor, only.pairId);
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
export async function readPlan(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = authorisePlan(await loadPlan(work, planId), actor, 'plan.view');
  return isRefused(allowed) ? allowed : planMessage(work, actor, allowed.planned);
}

/** Where a plan stands: its steps with their days, what each side has given, what is open; buttons by role and state. */
export async function planMessage(work: Work, actor: Actor, planned: Planned): Promise<Message> {
  const { plan, pair } = planned;
  const member = memberIn(actor, plan.pairId)!;
  const items = await visibleItems(work, actor, planned);
  const open = await openFindings(work, plan.id);
  return details(
    [
      text('plan-head', {
        year: String(plan.year),
        pair: pair.name,
        state: text(`plan-state-${plan.state}`),
      }),
      sideLine(work, planned, member.side, member.side, items),
      sideLine(work, planned, otherSide(member.side), member.side, items),
      ...dayLines(work, planned),
      plan.state === 'comparing' && text('plan-open-findings', { count: open }),
      figuresLine(await planFigures(work, actor, planned)),
      plan.frozenSymbol !== null &&
        text('plan-frozen-on', { symbol: plan.frozenSymbol, day: { day: plan.frozenDay! } }),
    ],
    buttonsOf(work, planned, member, open, items.length),
  );
}

/** "UBKT Tỉnh uỷ: 9 dòng · đã trao đổi 10/01": of a part that has not crossed only that it was not received (R4). */
function sideLine(
  work: Work,
  { plan, sides, committees }: Planned,
  side: Side,
  own: Side,
  items: Item[],
): Text {
  const { exchangedAt, agreedAt } = sides[side];
  const name = committees[side].shortName;
  const isCrossed = hasExchanged(sides[side], work.now);
  const isLate = !isCrossed && work.now.toISODate()! > plan.exchangeDue;
  if (side !== own && !isCrossed) return text(isLate ? 'plan-side-late' : 'plan-side-waited', { name });
  const count = items.filter((item) => item.side === side).length;
  return joined([
    text('plan-side-lines', { name, count }),
    isCrossed
      ? text('plan-side-exchanged', { day: { date: exchangedAt!.toISODate()! } })
      : text(exchangedAt ? 'plan-side-crossing' : isLate ? 'plan-side-own-late' : 'plan-side-drafting'),
    agreedAt !== null && text('plan-side-agreed', { day: { date: agreedAt.toISODate()! } }),
  ]);
}

/** The step that is being counted down to, with the working days left. */
function dayLines(work: Work, { plan }: Planned): Text[] {
  const today = work.now.toISODate()!;
  const line = (key: 'plan-exchange-by' | 'plan-agree-by', due: string) =>
    text(key, {
      due: { day: due },
      left:
        today > due
          ? text('plan-past')
          : text('plan-left', { count: workingDaysLeft(work.calendar, today, due) }),
    });
  if (plan.state === 'drafting')
    return [line('plan-exchange-by', plan.exchangeDue), line('plan-agree-by', plan.agreeDue)];
  return plan.state === 'comparing' ? [line('plan-agree-by', plan.agreeDue)] : [];
}

function buttonsOf(
  work: Work,
  { plan, sides }: Planned,
  member: Member,
  open: number,
  lines: number,
): (Button | false)[] {
  const own = sides[member.side];
  const isDrafting = plan.state === 'drafting' && own.exchangedAt === null && mayDo(member, 'plan.edit');
  const isCrossing =
    own.exchangedAt !== null && !hasExchanged(own, work.now) && mayDo(member, 'plan.exchange');
  const mayAgree =
    plan.state === 'comparing' && open === 0 && own.agreedAt === null && mayDo(member, 'plan.agree');
  return [
    lines > 0 && button('button-plan-lines', `plan.items.${plan.id}.0`),
    isDrafting && button('button-plan-add', `plan.add.${plan.id}`),
    ...PLAN_ROOMS.filter((room) => room.isShown(plan.state, member, isDrafting)).map(({ label, action }) =>
      button(label, `${action}.${plan.id}`),
    ),
    isDrafting && button('button-plan-give', `plan.give.${plan.id}`, 'success'),
    isCrossing && button('button-recall', `plan.recall.${plan.id}`, 'danger'),
    isCrossing && button('button-send-now', `plan.now.${plan.id}`),
    mayAgree &&
      button(
        isLeader(member.role) ? 'button-plan-agree' : 'button-plan-word',
        `plan.agree.${plan.id}`,
        'success',
      ),
    plan.state === 'agreed' &&
      mayDo(member, 'plan.freeze') &&
      button('button-plan-freeze', `plan.freeze.${plan.id}`, 'success'),
    plan.state === 'frozen' && button('button-plan-lived', `plan.lived.${plan.id}`),
  ];
}
