import { and, eq, isNull } from 'drizzle-orm';
import { calendarFeed } from '../../../db/schema/index.ts';
import type { FeedDetails } from '../../domain/feed.ts';
import { mayDo } from '../../domain/permission.ts';
import { findActorByPerson } from '../find-actor.ts';
import { tokenHash } from '../make-invitation.ts';
import { type Actor, scopeTo, type Work } from '../work.ts';

/** A calendar to be read: by whom, with the memberships it reaches; `committeeId` null: the person's own. */
export type FeedReader = { reader: Actor; committeeId: number | null };

export type Feed = FeedReader & { id: number; details: FeedDetails };

/**
 * The person as a reader of their own calendar, or of a committee whose đầu mối they are, in the pairs where they are that.
 * Undefined: not, or no longer, theirs.
 */
export function readerOf(actor: Actor, committeeId: number | null): FeedReader | undefined {
  const members = actor.members.filter((member) =>
    committeeId === null
      ? mayDo(member, 'feed.own')
      : member.committeeId === committeeId && mayDo(member, 'feed.committee'),
  );
  return members.length === 0 ? undefined : { reader: { ...actor, members }, committeeId };
}

/**
 * The feed behind a token while its maker still has the account and the membership it reads by; the transaction then sees their
 * pairs and no other. Undefined: unknown, revoked or ended, which nobody outside can tell apart.
 */
export async function findFeed(work: Work, token: string): Promise<Feed | undefined> {
  const [row] = await work.tx
    .select()
    .from(calendarFeed)
    .where(and(eq(calendarFeed.tokenHash, tokenHash(token)), isNull(calendarFeed.revokedAt)));
  const actor = row && (await findActorByPerson(work, row.personId));
  const found = actor && readerOf(actor, row.committeeId);
  if (!found) return undefined;
  await scopeTo(
    work.tx,
    found.reader.members.map((member) => member.pairId),
  );
  return { ...found, id: row.id, details: row.details };
}
