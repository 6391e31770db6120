import { createHash } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { invitation, person } from '../../db/schema/index.ts';
import { audit } from './audit.ts';
import { scopeTo, type Work } from './work.ts';

/** How long an invitation can be used, in days. */
export const INVITATION_DAYS = 7;

const TOKEN_BYTES = 32; // 43 characters of base64url; a start parameter holds 64

/** Under which a token is stored (C6): SHA-256, 64 hex digits. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A one-time invitation for a person of a pair (C6): only the hash is stored, the person's earlier open one is revoked. Who may invite
 * whom is the caller's question; `invitedBy` null is the operator.
 */
export async function makeInvitation(
  work: Work,
  { pairId, personId, invitedBy }: { pairId: number; personId: number; invitedBy: number | null },
): Promise<{ token: string; expiresAt: DateTime }> {
  // Locks the person: of two invitations made at once the later one stays open.
  await work.tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update');
  await revokeOpen(work, personId);
  const token = work.random(TOKEN_BYTES);
  const expiresAt = work.now.plus({ days: INVITATION_DAYS });
  await work.tx
    .insert(invitation)
    .values({ pairId, personId, tokenHash: tokenHash(token), invitedBy, madeAt: work.now, expiresAt });
  const facts = { person: personId, expires: expiresAt.toUTC().toISO() };
  await audit(work, { pairId, type: 'invitation.made', by: invitedBy, facts });
  return { token, expiresAt };
}

/** The earlier one may be of a pair that this transaction does not see: the scope is widened for this statement alone. */
async function revokeOpen({ tx, now }: Work, personId: number): Promise<void> {
  const [scope] = await tx.execute<{ pairs: string }>(sql`select current_setting('app.pairs') as pairs`);
  await scopeTo(tx, 'all');
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.personId, personId), isNull(invitation.usedAt), isNull(invitation.revokedAt)));
  await tx.execute(sql`select set_config('app.pairs', ${scope!.pairs}, true)`);
}
