import { isLive } from '../../domain/inspection.ts';
import type { Button } from '../../domain/message.ts';
import { type Act, isLeader, mayDo, type Sides } from '../../domain/permission.ts';
import type { Case } from '../inspection/load-case.ts';
import { isPendingKind } from '../inspection/propose-change-ask.ts';
import type { Offered } from '../letter/letters-of.ts';
import type { Request } from '../request/load-request.ts';
import { button } from '../said.ts';
import type { Member } from '../work.ts';
import { type Concluded, concludedButtons } from './concluded-part.ts';
import { isDownward } from './lines.ts';

type Offer = { act: Act; sides?: Sides; when: boolean; make: () => Button };

export type Requests = Request[];

type Shown = {
  found: Case;
  member: Member;
  requests: Requests;
  isReceived: boolean;
  letters: Offered[];
  concluded: Concluded | undefined;
};

/** The buttons of a card by role and state; the use case behind each checks again. */
export function cardButtons(shown: Shown): Button[] {
  const { found, member, requests, letters } = shown;
  const { id, side: owner, state } = found.inspection;
  const base: Sides = { owner, lead: found.version.leadSide };
  const offers: Offer[] = [
    ...askedOffers(shown),
    ...proposalOffers(found, requests, member),
    ...lifeOffers(found, requests),
    ...waitingOffers(requests, member),
    {
      act: 'letter.draft',
      when: letters.length > 0,
      make: () => button('button-letter', `letter.${id}`),
    },
  ];
  return offers
    .filter((offer) => offer.when && mayDo(member, offer.act, { ...base, ...offer.sides }))
    .map((offer) => offer.make())
    .concat(
      ...concludedButtons(found, shown.concluded, member),
      button('button-history', `history.${id}`),
      ...(state === 'draft' ? [] : [button('button-why', `why.${id}`)]),
      ...(isLive(state) ? [button('button-feed-file', `ics.${id}`)] : []),
    );
}

/** What the side asked may do with a proposal, as under its message: peers receive it and pass it on, downward it is received or reported on. */
function askedOffers({ found, requests, isReceived }: Shown): Offer[] {
  const proposal = requests.find((one) => one.kind === 'proposal' && one.state === 'open');
  if (!proposal) return [];
  const { id } = proposal;
  const isDown = isDownward(found);
  const isPassedOn = requests.some((one) => one.kind === 'decision' && one.state === 'open');
  const offer = (when: boolean, make: () => Button): Offer => ({
    act: 'proposal.receive',
    sides: { asked: proposal.side ?? undefined },
    when,
    make,
  });
  return [
    offer(isDown, () => button('button-received', `decide.${id}.agreed`, 'primary')),
    offer(isDown, () => button('button-report', `decide.${id}.countered`)),
    offer(!isDown && !isReceived, () => button('button-received', `receive.${id}`, 'primary')),
    offer(!isDown && !isPassedOn, () => button('button-to-leader', `leader.${id}`)),
  ];
}

function proposalOffers(found: Case, requests: Requests, member: Member): Offer[] {
  const { id, state } = found.inspection;
  const proposal = requests.find((one) => one.kind === 'proposal' && one.state === 'open');
  const waiting = requests.some((one) => one.kind === 'proposal' && one.state === 'waiting');
  const asked: Sides = { asked: proposal?.side ?? undefined };
  const mayPropose = ['draft', 'countered', 'declined'].includes(state);
  return [
    {
      act: 'inspection.draft',
      when: mayPropose,
      make: () => button('button-propose', `propose.${id}`, 'success'),
    },
    { act: 'inspection.draft', when: mayPropose, make: () => button('button-edit', `edit.${id}`) },
    {
      act: 'inspection.recall',
      when: waiting,
      make: () => button('button-recall', `recall.${id}`, 'danger'),
    },
    { act: 'inspection.recall', when: waiting, make: () => button('button-send-now', `sendnow.${id}`) },
    {
      act: 'inspection.approve',
      when: state === 'awaiting_leader',
      make: () =>
        button(isLeader(member.role) ? 'button-approve' : 'button-record-approval', `approval.${id}`),
    },
    {
      act: 'proposal.decide',
      sides: asked,
      // Downward the đầu mối has its two answers above.
      when: proposal !== undefined && (isLeader(member.role) || !isDownward(found)),
      make: () =>
        button(
          isLeader(member.role) ? 'button-decide' : 'button-record-decision',
          `decide.${proposal!.id}.ask`,
        ),
    },
    {
      act: 'inspection.approve',
      when: state === 'countered',
      make: () => button('button-accept-counter', `accept.${id}`, 'success'),
    },
    {
      act: 'not_held.propose',
      when: state === 'countered' || state === 'declined',
      make: () => button('button-not-held', `nothold.${id}`),
    },
  ];
}

/** In the minute before it crosses, the side that asks may take it back; the other side knows nothing of it. */
function waitingOffers(requests: Requests, member: Member): Offer[] {
  const waiting = requests.find(
    (one) => isPendingKind(one.kind) && one.state === 'waiting' && one.side !== member.side,
  );
  if (!waiting) return [];
  const act = 'change.propose';
  return [
    { act, when: true, make: () => button('button-recall', `takeback.${waiting.id}`, 'danger') },
    { act, when: true, make: () => button('button-send-now', `crossnow.${waiting.id}`) },
  ];
}

function lifeOffers(found: Case, requests: Requests): Offer[] {
  const { id, state } = found.inspection;
  const notice = requests.find((one) => one.kind === 'notice');
  const pending = requests.find((one) => isPendingKind(one.kind) && one.state === 'open');
  const live = isLive(state);
  return [
    {
      act: 'change.confirm',
      sides: { asked: pending?.side ?? undefined },
      when: pending !== undefined,
      make: () => button('button-confirm-asked', `pending.${pending!.id}`, 'primary'),
    },
    { act: 'symbol.attach', when: live, make: () => button('button-symbol', `symbol.${id}`) },
    { act: 'change.propose', when: live && !pending, make: () => button('button-change', `change.${id}`) },
    { act: 'stop.propose', when: live && !pending, make: () => button('button-stop', `stop.${id}`) },
    { act: 'team.set', when: live, make: () => button('button-team', `team.${id}`) },
    { act: 'notice.who', when: notice !== undefined, make: () => button('button-who', `who.${notice!.id}`) },
    {
      act: 'inspection.start',
      when: state === 'agreed' || state === 'official',
      make: () => button('button-start', `begin.${id}`),
    },
    {
      act: 'inspection.conclude',
      when: state === 'under_way',
      make: () => button('button-conclude', `conclude.${id}`),
    },
  ];
}
