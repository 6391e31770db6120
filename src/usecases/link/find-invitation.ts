import { and, eq, gt, isNull } from 'drizzle-orm';
import { invitation } from '../../../db/schema/index.ts';
import { tokenHash } from '../make-invitation.ts';
import { type Refused, refuse } from '../said.ts';
import type { Work } from '../work.ts';
import { acrossPairs } from './across-pairs.ts';
import { placeIn } from './own-side.ts';

export type Invitation = typeof invitation.$inferSelect;

/** The invitation behind a token (C6); undefined: no such link was ever made here. */
export async function findInvitation(work: Work, token: string): Promise<Invitation | undefined> {
  const found = await acrossPairs(work, () =>
    work.tx
      .select()
      .from(invitation)
      .where(eq(invitation.tokenHash, tokenHash(token))),
  );
  return found[0];
}

/** The invitation an account came by; undefined for accounts without one. */
export async function invitationOf(work: Work, id: number | null): Promise<Invitation | undefined> {
  if (id === null) return undefined;
  const found = await acrossPairs(work, () => work.tx.select().from(invitation).where(eq(invitation.id, id)));
  return found[0];
}

/** Why an invitation can no longer be used, in words; undefined: it can. One whose person left the side counts as revoked. */
export async function whyUnusable(work: Work, found: Invitation): Promise<Refused | undefined> {
  if (found.revokedAt !== null) return refuse('link-revoked');
  if (found.usedAt !== null) return refuse('link-used');
  if (found.expiresAt.toMillis() <= work.now.toMillis()) return refuse('link-expired');
  return (await placeIn(work, found.pairId, found.personId)) ? undefined : refuse('link-revoked');
}

/** Uses an invitation up; false: used, revoked or expired in the meantime. */
export async function takeInvitation(work: Work, id: number): Promise<boolean> {
  const taken = await acrossPairs(work, () =>
    work.tx
      .update(invitation)
      .set({ usedAt: work.now })
      .where(
        and(
          eq(invitation.id, id),
          isNull(invitation.usedAt),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, work.now),
        ),
      )
      .returning({ id: invitation.id }),
  );
  return taken.length > 0;
}
