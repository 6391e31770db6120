import { asc, inArray } from 'drizzle-orm';
import { committee } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
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
      button('button-feed-file', `feed.file.${at}.busy`),
      button('button-feed-file-full', `feed.file.${at}.full`),
      ...(shown ? [button('button-back', 'feed.show.0')] : committees.map(committeeButton)),
      !shown && button('button-feed-calendar', 'lich.all.0'),
    ],
  );
}

function feedLine(feed: LiveFeed | undefined, canServe: boolean): Text | false {
  if (!feed) return canServe && text('feed-none');
  return text('feed-live', { at: instantArg(feed.madeAt), details: text(`feed-shows-${feed.details}`) });
}

function addressButtons(feed: LiveFeed | undefined, at: number, canServe: boolean): Button[] {
  if (!feed) return canServe ? [button('button-feed-make', `feed.make.${at}`, 'primary')] : [];
  return [
    ...(canServe ? [button('button-feed-again', `feed.make.${at}`)] : []),
    button('button-feed-revoke', `feed.off.${at}`, 'danger'),
    feed.details === 'busy'
      ? button('button-feed-full', `feed.set.${at}.full`)
      : button('button-feed-busy', `feed.set.${at}.busy`),
  ];
}

type Own = { id: number; shortName: string };

const committeeButton = ({ id, shortName }: Own): Button => ({
  label: text('button-feed-committee', { name: shortName }),
  does: `feed.show.${id}`,
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
      button('button-feed-revoke', `feed.off.${committeeId ?? 0}`, 'danger'),
    ],
  );
