import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { calendarFeed, committee, person } from '../../../db/schema/index.ts';
import type { FeedDetails } from '../../domain/feed.ts';
import { audit } from '../audit.ts';
import { tokenHash } from '../make-invitation.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type FeedReader, readerOf } from './find-feed.ts';

const TOKEN_BYTES = 32;

export type LiveFeed = typeof calendarFeed.$inferSelect;

/** The person as a reader of this calendar; another committee answers as one that does not exist. */
export function requireReader(actor: Actor, committeeId: number | null): FeedReader | Refused {
  const isOwn = committeeId === null || actor.members.some((member) => member.committeeId === committeeId);
  return readerOf(actor, committeeId) ?? refuse(isOwn ? 'refused-not-allowed' : 'refused-not-found');
}

/** The address that is in force, the person's own or the committee's; undefined: there is none. */
export async function liveFeed(
  work: Work,
  actor: Actor,
  committeeId: number | null,
): Promise<LiveFeed | undefined> {
  const [row] = await work.tx.select().from(calendarFeed).where(isLive(actor, committeeId));
  return row;
}

const isLive = (actor: Actor, committeeId: number | null): SQL =>
  and(
    isNull(calendarFeed.revokedAt),
    committeeId === null
      ? and(eq(calendarFeed.personId, actor.personId), isNull(calendarFeed.committeeId))
      : eq(calendarFeed.committeeId, committeeId),
  )!;

/**
 * A new address in place of the one before, which is void at once; busy only unless that one said more. Only the token's hash is
 * kept: the address is told once.
 */
export async function makeFeed(
  work: Work,
  actor: Actor,
  committeeId: number | null,
): Promise<{ token: string } | Refused> {
  const allowed = requireReader(actor, committeeId);
  if (isRefused(allowed)) return allowed;
  await lockOwner(work, actor, committeeId);
  const before = await liveFeed(work, actor, committeeId);
  if (before) await revoke(work, actor, before);
  const token = work.random(TOKEN_BYTES);
  const [row] = await work.tx
    .insert(calendarFeed)
    .values({
      tokenHash: tokenHash(token),
      personId: actor.personId,
      committeeId,
      details: before?.details ?? 'busy',
      madeAt: work.now,
    })
    .returning();
  await note(work, actor, 'feed.made', row!);
  return { token };
}

/** Two made at once: the later one stays. */
const lockOwner = async (work: Work, actor: Actor, committeeId: number | null): Promise<void> => {
  const { tx } = work;
  if (committeeId === null)
    await tx.select({ id: person.id }).from(person).where(eq(person.id, actor.personId)).for('update');
  else
    await tx.select({ id: committee.id }).from(committee).where(eq(committee.id, committeeId)).for('update');
};

/** "Thu hồi": the address is void from now on; any đầu mối of a committee revokes its address. */
export async function revokeFeed(
  work: Work,
  actor: Actor,
  committeeId: number | null,
): Promise<{ kind: 'revoked' } | Refused> {
  const allowed = requireReader(actor, committeeId);
  if (isRefused(allowed)) return allowed;
  const found = await liveFeed(work, actor, committeeId);
  if (!found || !(await revoke(work, actor, found))) return refuse('refused-feed-none');
  return { kind: 'revoked' };
}

async function revoke(work: Work, actor: Actor, feed: LiveFeed): Promise<boolean> {
  const rows = await work.tx
    .update(calendarFeed)
    .set({ revokedAt: work.now })
    .where(and(eq(calendarFeed.id, feed.id), isNull(calendarFeed.revokedAt)))
    .returning({ id: calendarFeed.id });
  if (rows.length > 0) await note(work, actor, 'feed.revoked', feed);
  return rows.length > 0;
}

/** Chooses what the address shows; it stays the same address. */
export async function setFeedDetails(
  work: Work,
  actor: Actor,
  committeeId: number | null,
  details: FeedDetails,
): Promise<{ kind: 'set' } | Refused> {
  const allowed = requireReader(actor, committeeId);
  if (isRefused(allowed)) return allowed;
  const [row] = await work.tx
    .update(calendarFeed)
    .set({ details })
    .where(isLive(actor, committeeId))
    .returning();
  if (!row) return refuse('refused-feed-none');
  await note(work, actor, 'feed.details_set', row);
  return { kind: 'set' };
}

/** In the system's chain: a feed reaches over pairs. */
const note = (
  work: Work,
  actor: Actor,
  type: string,
  { id, committeeId, details }: LiveFeed,
): Promise<void> =>
  audit(work, {
    pairId: null,
    type,
    by: actor.personId,
    facts: { feed: id, committee: committeeId, details },
  });
