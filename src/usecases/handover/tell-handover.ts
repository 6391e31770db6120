import type { Arg } from '../../domain/message.ts';
import { otherSide } from '../../domain/side.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import { tellPeople } from '../enqueue.ts';
import { peopleOf } from '../inspection/roster.ts';
import { button, details, message, text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { type Handover, namesIn } from './load-handover.ts';

/** The successor is asked, with two buttons; told although they are away, since nobody else can answer. */
export async function sayOffer(work: Work, offer: Handover): Promise<void> {
  await tellPeople(work, [
    {
      pairId: offer.pairId,
      kind: 'said',
      ref: { message: await offerMessage(work, offer), note: 'handover-offered' },
      personId: offer.toPerson,
      goesAnyway: true,
    },
  ]);
}

/** What the successor reads: who, which agreement, and that nothing has passed yet. */
export async function offerMessage(work: Work, offer: Handover) {
  const { pair } = await loadPair(work, offer.pairId);
  const { from } = await namesIn(work, offer);
  return details(
    [text('handover-asks', { name: from, pair: pair.name }), text('handover-asks-more')],
    [
      button('button-handover-yes', act('handover.yes', { id: offer.id }), 'success'),
      button('button-handover-no', act('handover.no', { id: offer.id })),
    ],
  );
}

/** One sentence to people, without a sound. */
export const sayTo = (
  work: Work,
  pairId: number,
  people: number[],
  key: TextKey,
  args: Record<string, Arg>,
) =>
  tellPeople(
    work,
    people.map((personId) => ({
      pairId,
      kind: 'said',
      ref: { message: message([text(key, args)]) },
      personId,
      goesAnyway: true,
    })),
  );

/** Own leaders and the former đầu mối by name; the other side's đầu mối learn that the đầu mối changed, not who it is (C8). */
export async function sayDone(work: Work, offer: Handover): Promise<void> {
  const { pairId, side } = offer;
  const { committees } = await loadPair(work, pairId);
  const names = await namesIn(work, offer);
  const own = await peopleOf(work, pairId, side, ['secretary', 'chair', 'vice']);
  const told = [...new Set([...own, offer.fromPerson, offer.askedBy])].filter((id) => id !== offer.toPerson);
  await sayTo(work, pairId, told, 'handover-told-done', names);
  const across = await peopleOf(work, pairId, otherSide(side), ['secretary']);
  await sayTo(work, pairId, across, 'handover-told-across', { committee: committees[side].shortName });
}
