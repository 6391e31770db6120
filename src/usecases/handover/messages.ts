import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { onlyPair, pairChoice } from '../link/pair-choice.ts';
import { button, details, isRefused, message, type Refused, refuse, text } from '../said.ts';
import { PEOPLE_PAGE, paged } from '../view/paged.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { countDuties } from './count-duties.ts';
import { type Handover, namesIn, openOffers } from './load-handover.ts';
import { mayFollow } from './offer-handover.ts';
import { giverFor, successorsOn } from './successors.ts';
import { offerMessage } from './tell-handover.ts';

/** /bangiao: an offer that waits for one's own word comes first; then whom to hand over to, asking for the agreement among several. */
export async function beginHandover(
  work: Work,
  actor: Actor,
  page: number,
  typed = '',
): Promise<Message | Refused> {
  const mine = (await openOffers(work, actor)).find((offer) => offer.toPerson === actor.personId);
  if (mine) return offerMessage(work, mine);
  const pairs = await offerable(work, actor);
  if (pairs.length === 0) return refuse('refused-secretary-only');
  const only = onlyPair(pairs, typed);
  if (only) return successorsMessage(work, actor, only.pairId, 0);
  return pairChoice('handover', 'handover-choose-pair', pairs, page, typed);
}

async function offerable(work: Work, actor: Actor): Promise<Member[]> {
  const pairs: Member[] = [];
  for (const member of actor.members)
    if (!isRefused(await giverFor(work, actor, member.pairId))) pairs.push(member);
  return pairs;
}

/** Who may follow in a pair; while an offer waits, that offer. */
export async function successorsMessage(
  work: Work,
  actor: Actor,
  pairId: number,
  page: number,
): Promise<Message | Refused> {
  const giver = await giverFor(work, actor, pairId);
  if (isRefused(giver)) return giver;
  const open = (await openOffers(work, actor)).find(
    (offer) => offer.pairId === pairId && offer.fromPerson === giver.fromPerson,
  );
  if (open) return waitingMessage(work, open);
  const people = await successorsOn(work, pairId, giver.member.side);
  const { shown, turns } = paged(
    people,
    page,
    (to) => act('handover.list', { pairId, page: to }),
    PEOPLE_PAGE,
  );
  return details(
    [
      text('handover-title', { pair: giver.member.pairName }),
      text(people.length > 0 ? 'handover-whom' : 'handover-nobody'),
    ],
    [
      ...shown.map(({ item: one }) => ({
        label: text('plain', { text: one.name }),
        does: act('handover.pick', { pairId, toPerson: one.id }),
      })),
      ...turns,
    ],
  );
}

/** An offer that waits, with the way to take it back. */
export async function waitingMessage(work: Work, offer: Handover): Promise<Message> {
  const { to } = await namesIn(work, offer);
  return details(
    [text('handover-waits', { name: to })],
    [button('button-handover-undo', act('handover.undo', { id: offer.id }))],
  );
}

/** What passes, in figures, before anything is offered; and whether the former đầu mối stays as a member. */
export async function previewMessage(
  work: Work,
  actor: Actor,
  pairId: number,
  toPerson: number,
): Promise<Message | Refused> {
  const giver = await giverFor(work, actor, pairId);
  if (isRefused(giver)) return giver;
  const follow = await mayFollow(work, { pairId, toPerson }, giver.member.side, giver.fromPerson);
  if (isRefused(follow)) return follow;
  const duties = await countDuties(work, giver.member);
  return details(
    [
      text('handover-preview', { name: follow.name, pair: giver.member.pairName }),
      text('handover-counts', { cases: duties.cases, drafts: duties.drafts, ledger: duties.ledger }),
      text('handover-counts-more', {
        groups: duties.groups,
        feeds: duties.feeds,
        confirmations: duties.confirmations,
      }),
      text('handover-preview-own'),
    ],
    [
      button('button-handover-stay', act('handover.ask', { pairId, toPerson, leaves: false }), 'primary'),
      button('button-handover-leave', act('handover.ask', { pairId, toPerson, leaves: true })),
      button('button-back', act('handover.list', { pairId, page: 0 })),
    ],
  );
}

/** What the successor reads once everything has passed. */
export const takenMessage = (actor: Actor, offer: Handover): Message =>
  message(
    [
      text('handover-taken', { pair: memberIn(actor, offer.pairId)?.pairName ?? '' }),
      text('handover-taken-more'),
    ],
    [button('button-away-tasks', act('viec', { page: 0 }), 'primary')],
  );
