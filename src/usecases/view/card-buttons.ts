import { isLive } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Button } from '../../domain/message.ts';
import { type Act, isLeader, mayDo, type Sides } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
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
  hasSessions: boolean;
  concluded: Concluded | undefined;
};

/** The buttons of a card by role and state, what is most likely wanted first; the use case behind each checks again. */
export function cardButtons(shown: Shown): Button[] {
  const { found, member, requests, letters } = shown;
  const { id, side: owner, state } = found.inspection;
  const base: Sides = { owner, lead: found.version.leadSide };
  const offers: Offer[] = [
    ...askedOffers(shown),
    ...proposalOffers(found, requests, member),
    ...waitingOffers(requests, member),
    {
      act: 'letter.draft',
      when: letters.length > 0,
      make: () => button('button-letter', act('letter', { id })),
    },
    ...lifeOffers(shown),
  ];
  return offers
    .filter((offer) => offer.when && mayDo(member, offer.act, { ...base, ...offer.sides }))
    .map((offer) => offer.make())
    .concat(
      ...concludedButtons(found, shown.concluded, member),
      button('button-history', act('history', { id })),
      ...(state === 'draft' ? [] : [button('button-why', act('why', { id }))]),
      ...(isLive(state) ? [button('button-feed-file', act('ics', { id }))] : []),
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
    offer(isDown, () =>
      button('button-received', act('decide', { requestId: id, decision: 'agreed' }), 'primary'),
    ),
    offer(isDown, () => button('button-report', act('decide', { requestId: id, decision: 'countered' }))),
    offer(!isDown && !isReceived, () =>
      button('button-received', act('receive', { requestId: id }), 'primary'),
    ),
    offer(!isDown && !isPassedOn, () => button('button-to-leader', act('leader', { requestId: id }))),
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
      make: () => button('button-propose', act('propose', { id }), 'success'),
    },
    { act: 'inspection.draft', when: mayPropose, make: () => button('button-edit', act('edit', { id })) },
    {
      act: 'inspection.recall',
      when: waiting,
      make: () => button('button-recall', act('recall', { id }), 'danger'),
    },
    {
      act: 'inspection.recall',
      when: waiting,
      make: () => button('button-send-now', act('sendnow', { id })),
    },
    {
      act: 'inspection.approve',
      when: state === 'awaiting_leader',
      make: () =>
        button(isLeader(member.role) ? 'button-approve' : 'button-record-approval', act('approval', { id })),
    },
    {
      act: 'proposal.decide',
      sides: asked,
      // Downward the đầu mối has its two answers above.
      when: proposal !== undefined && (isLeader(member.role) || !isDownward(found)),
      make: () =>
        button(
          isLeader(member.role) ? 'button-decide' : 'button-record-decision',
          act('decide', { requestId: proposal!.id, decision: 'ask' }),
        ),
    },
    {
      act: 'inspection.approve',
      when: state === 'countered',
      make: () => button('button-accept-counter', act('accept', { id }), 'success'),
    },
    {
      act: 'not_held.propose',
      when: state === 'countered' || state === 'declined',
      make: () => button('button-not-held', act('nothold', { id })),
    },
  ];
}

/** In the minute before it crosses, the side that asks may take it back; the other side knows nothing of it. */
function waitingOffers(requests: Requests, member: Member): Offer[] {
  const waiting = requests.find(
    (one) => isPendingKind(one.kind) && one.state === 'waiting' && one.side !== member.side,
  );
  if (!waiting) return [];
  return [
    {
      act: 'change.propose',
      when: true,
      make: () => button('button-recall', act('takeback', { requestId: waiting.id }), 'danger'),
    },
    {
      act: 'change.propose',
      when: true,
      make: () => button('button-send-now', act('crossnow', { requestId: waiting.id })),
    },
  ];
}

function lifeOffers({ found, requests, hasSessions }: Shown): Offer[] {
  const { id, state } = found.inspection;
  const notice = requests.find((one) => one.kind === 'notice');
  const pending = requests.find((one) => isPendingKind(one.kind) && one.state === 'open');
  const live = isLive(state);
  const symbol = () => button('button-symbol', act('symbol', { id }));
  return [
    {
      act: 'change.confirm',
      sides: { asked: pending?.side ?? undefined },
      when: pending !== undefined,
      make: () => button('button-confirm-asked', act('pending', { requestId: pending!.id }), 'primary'),
    },
    {
      act: 'inspection.conclude',
      when: state === 'under_way',
      make: () => button('button-conclude', act('conclude', { id })),
    },
    // Agreed in principle it waits for its letter; once official its symbol stands.
    { act: 'symbol.attach', when: state === 'agreed', make: symbol },
    {
      act: 'schedule.say',
      when: live && !pending && !hasSessions && !isSensitiveKind(found.version.kind),
      make: () => button('button-schedule', act('schedule', { id })),
    },
    {
      act: 'notice.who',
      when: notice !== undefined,
      make: () => button('button-who', act('who', { requestId: notice!.id })),
    },
    {
      act: 'change.propose',
      when: live && !pending,
      make: () => button('button-change', act('change', { id })),
    },
    {
      act: 'inspection.start',
      when: state === 'agreed' || state === 'official',
      make: () => button('button-start', act('begin', { id })),
    },
    { act: 'team.set', when: live, make: () => button('button-team', act('team', { id })) },
    { act: 'symbol.attach', when: live && state !== 'agreed', make: symbol },
    { act: 'stop.propose', when: live && !pending, make: () => button('button-stop', act('stop', { id })) },
  ];
}
