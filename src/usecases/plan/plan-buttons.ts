import type { Button } from '../../domain/message.ts';
import { isLeader, mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { button } from '../said.ts';
import type { Member, Work } from '../work.ts';
import { awaitsLeader, hasExchanged, isDraft, type Planned } from './load-plan.ts';
import { PLAN_ROOMS } from './plan-rooms.ts';

/** The buttons of a plan by role and state, what is most likely wanted first; `open` findings, `lines` that the reader sees. */
export function planButtons(
  work: Work,
  planned: Planned,
  member: Member,
  { open, lines }: { open: number; lines: number },
): (Button | false)[] {
  const { plan } = planned;
  const isDrafting = isDraft(planned, member.side) && mayDo(member, 'plan.edit');
  const rooms = PLAN_ROOMS.filter((room) => room.isShown(plan.state, member, isDrafting)).map(
    ({ label, action }) => ({ action, shown: button(label, act(action, { id: plan.id })) }),
  );
  const roomsOf = (isFirst: boolean) =>
    rooms.filter(({ action }) => (action === 'planfile' || action === 'planfind') === isFirst);
  return [
    ...crossingButtons(work, planned, member),
    ...agreeing(planned, member, open),
    // An empty part is filled first, one that holds something may go.
    isDrafting && lines > 0 && button('button-plan-give', act('plan.give', { id: plan.id }), 'success'),
    ...(isDrafting ? roomsOf(true).map(({ shown }) => shown) : []),
    isDrafting && button('button-plan-add', act('plan.add', { id: plan.id })),
    ...(isDrafting ? [] : roomsOf(true).map(({ shown }) => shown)),
    lines > 0 && button('button-plan-lines', act('plan.items', { id: plan.id, page: 0 })),
    ...roomsOf(false).map(({ shown }) => shown),
    isDrafting && lines === 0 && button('button-plan-give', act('plan.give', { id: plan.id })),
  ];
}

/** While one's own part waits for its leader, or can still be recalled. */
function crossingButtons(work: Work, { plan, sides }: Planned, member: Member): (Button | false)[] {
  const own = sides[member.side];
  const isAsked = awaitsLeader(own);
  const isCrossing = own.exchangedAt !== null && !hasExchanged(own, work.now);
  const mayRecall = (isAsked || isCrossing) && mayDo(member, 'plan.exchange');
  const mayApprove = isAsked && mayDo(member, 'plan.approve');
  const approves = isLeader(member.role) ? 'button-plan-approve' : 'button-plan-word';
  return [
    mayApprove && button(approves, act('plan.approve', { id: plan.id }), 'success'),
    mayApprove && button('button-plan-return', act('plan.return', { id: plan.id })),
    mayRecall && button('button-recall', act('plan.recall', { id: plan.id }), 'danger'),
    mayRecall && isCrossing && button('button-send-now', act('plan.now', { id: plan.id })),
  ];
}

function agreeing({ plan, sides }: Planned, member: Member, open: number): (Button | false)[] {
  const isOpen = plan.state === 'comparing' && open === 0 && sides[member.side].agreedAt === null;
  const label = isLeader(member.role) ? 'button-plan-agree' : 'button-plan-word';
  return [
    isOpen && mayDo(member, 'plan.agree') && button(label, act('plan.agree', { id: plan.id }), 'success'),
    plan.state === 'agreed' &&
      mayDo(member, 'plan.freeze') &&
      button('button-plan-freeze', act('plan.freeze', { id: plan.id }), 'success'),
    plan.state === 'frozen' && button('button-plan-lived', act('plan.lived', { id: plan.id })),
  ];
}
