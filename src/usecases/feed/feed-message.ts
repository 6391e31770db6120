import { asc, inArray } from 'drizzle-orm';
import { committee } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type LiveFeed, liveFeed, requireReader } from './manage-feed.ts';

/** "Lịch trên điện thoại": whether there is an address and what it shows; `canServe`: the operator has set a public address. */
export async function readFeedPage(
  work: Work,
  actor: Actor,
  committeeId: number | null,
  canServe: boolean,
): Promise<Message | Refused> {
  const allowed = requireReader(actor, committeeId);
  if (isRefused(allowed)) return allowed;
  const feed = await liveFeed(work, actor, committeeId);
  const committees = await ownCommittees(work, actor);
  const shown = committees.find((one) => one.id === committeeId);
  const at = committeeId ?? 0;
  return details(
    [
      shown ? text('feed-title-committee', { name: shown.shortName }) : text('feed-title'),
      feedLine(feed, canServe),
      text('feed-about'),
      !canServe && text('feed-no-address'),
    ],
    [
      ...addressButtons(feed, at, canServe),
      button('button-feed-file', act('feed.file', { of: at, details: 'busy' })),
      button('button-feed-file-full', act('feed.file', { of: at, details: 'full' })),
      ...(shown ? [button('button-back', act('feed.show', { of: 0 }))] : committees.map(committeeButton)),
      !shown && button('button-feed-calendar', act('lich', { range: 'all', page: 0 })),
    ],
  );
}

function feedLine(feed: LiveFeed | undefined, canServe: boolean): Text | false {
  if (!feed) return canServe && text('feed-none');
  return text('feed-live', { at: instantArg(feed.madeAt), details: text(`feed-shows-${feed.details}`) });
}

function addressButtons(feed: LiveFeed | undefined, at: number, canServe: boolean): Button[] {
  if (!feed) return canServe ? [button('button-feed-make', act('feed.make', { of: at }), 'primary')] : [];
  return [
    ...(canServe ? [button('button-feed-again', act('feed.make', { of: at }))] : []),
    button('button-feed-revoke', act('feed.off', { of: at }), 'danger'),
    feed.details === 'busy'
      ? button('button-feed-full', act('feed.set', { of: at, details: 'full' }))
      : button('button-feed-busy', act('feed.set', { of: at, details: 'busy' })),
  ];
}

type Own = { id: number; shortName: string };

const committeeButton = ({ id, shortName }: Own): Button => ({
  label: text('button-feed-committee', { name: shortName }),
  does: act('feed.show', { of: id }),
});

/** The committees whose đầu mối the person is. */
async function ownCommittees(work: Work, actor: Actor): Promise<Own[]> {
  const ids = actor.members.filter((member) => mayDo(member, 'feed.committee')).map((one) => one.committeeId);
  if (ids.length === 0) return [];
  return work.tx
    .select({ id: committee.id, shortName: committee.shortName })
    .from(committee)
    .where(inArray(committee.id, ids))
    .orderBy(asc(committee.id));
}

/** The address, told once, in a protected message: whoever has it can read. */
export const addressMessage = (address: string, committeeId: number | null): Message =>
  details(
    [
      text('feed-made'),
      text('feed-address', { address }),
      text('feed-warning'),
      text('feed-how'),
      text('feed-once'),
    ],
    [
      { label: text('button-feed-copy'), copies: address },
      button('button-feed-revoke', act('feed.off', { of: committeeId ?? 0 }), 'danger'),
    ],
  );
