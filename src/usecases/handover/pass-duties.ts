import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { calendarFeed, form, membership } from '../../../db/schema/index.ts';
import { askToConfirm } from '../link/ask-to-confirm.ts';
import { placeIn } from '../link/own-side.ts';
import type { Work } from '../work.ts';
import { waitingAccounts } from './count-duties.ts';
import type { Handover } from './load-handover.ts';
import { passMessages } from './pass-messages.ts';
import { passRequests } from './pass-requests.ts';

/**
 * Everything that is tied to the person of a đầu mối goes to the successor; what belongs to the committee (drafts, entries, groups,
 * heads, confirmations) follows the role by itself. Roles first: whoever is told next is told by the new ones.
 */
export async function passDuties(work: Work, offer: Handover): Promise<void> {
  const place = await placeIn(work, offer.pairId, offer.fromPerson);
  await setRole(work, offer, offer.toPerson, { role: 'secretary', toDay: null });
  // A leader's offer may be of a đầu mối who has left already: they are not taken back as a member.
  if (place?.role === 'secretary') await setRole(work, offer, offer.fromPerson, afterwards(work, offer));
  await dropForms(work, offer);
  await passRequests(work, offer);
  await passMessages(work, offer);
  await passFeeds(work, offer);
  for (const account of await waitingAccounts(work, offer)) await askToConfirm(work, account);
}

type Role = Partial<Pick<typeof membership.$inferInsert, 'role' | 'toDay'>>;

const afterwards = (work: Work, { leaves }: Handover): Role =>
  leaves ? { role: 'member', toDay: work.now.toISODate()! } : { role: 'member' };

const setRole = (work: Work, { pairId }: Handover, personId: number, role: Role) =>
  work.tx
    .update(membership)
    .set(role)
    .where(and(eq(membership.pairId, pairId), eq(membership.personId, personId)));

/** A form half filled in is the former đầu mối's no more. */
const dropForms = (work: Work, { pairId, fromPerson }: Handover) =>
  work.tx
    .update(form)
    .set({ state: 'cancelled', data: {}, changedAt: work.now })
    .where(and(eq(form.personId, fromPerson), eq(form.pairId, pairId), eq(form.state, 'open')));

/**
 * A committee's calendar address that the former đầu mối made: the successor's from now on. Whoever leaves the committee altogether
 * knows the address, so it ends, and the successor makes another.
 */
async function passFeeds(work: Work, offer: Handover): Promise<void> {
  const committeeId = await committeeOf(work, offer);
  const isInside = await isStillIn(work, offer.fromPerson, committeeId);
  await work.tx
    .update(calendarFeed)
    .set(isInside ? { personId: offer.toPerson } : { revokedAt: work.now })
    .where(
      and(
        eq(calendarFeed.committeeId, committeeId),
        eq(calendarFeed.personId, offer.fromPerson),
        isNull(calendarFeed.revokedAt),
      ),
    );
}

async function committeeOf(work: Work, { pairId, toPerson }: Handover): Promise<number> {
  const [row] = await work.tx
    .select({ committeeId: membership.committeeId })
    .from(membership)
    .where(and(eq(membership.pairId, pairId), eq(membership.personId, toPerson)));
  return row!.committeeId;
}

async function isStillIn(work: Work, personId: number, committeeId: number): Promise<boolean> {
  const today = work.now.toISODate()!;
  const rows = await work.tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.personId, personId),
        eq(membership.committeeId, committeeId),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    );
  return rows.length > 0;
}
