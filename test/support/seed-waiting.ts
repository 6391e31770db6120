import { eq } from 'drizzle-orm';
import { invitation, membership, person, telegramAccount } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { makeInvitation } from '../../src/usecases/make-invitation.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type WaitingName = 'waiting_leader' | 'waiting_member';

/** Accounts of side a that wait to be confirmed, by invitations of its đầu mối: one of another vice, one of another member. */
export async function seedWaiting(office: Office, seeded: SeededPair): Promise<States<WaitingName>> {
  return {
    waiting_leader: { id: await waitAs(office, seeded, 'vice', 900_001), requests: {} },
    waiting_member: { id: await waitAs(office, seeded, 'member', 900_002), requests: {} },
  };
}

const waitAs = (office: Office, { pairId, cast }: SeededPair, role: 'vice' | 'member', userId: number) =>
  office.work({ pairs: 'all' }, async (work) => {
    const inviter = cast['a-secretary']!.id;
    const [theirs] = await work.tx.select().from(membership).where(eq(membership.personId, inviter));
    const [made] = await work.tx
      .insert(person)
      .values({ key: `waiting-${role}`, name: `Đợi ${role}` })
      .returning();
    const personId = made!.id;
    const { id: _, ...place } = theirs!;
    await work.tx.insert(membership).values({ ...place, personId, role });
    await makeInvitation(work, { pairId, personId, invitedBy: inviter });
    const [invited] = await work.tx.select().from(invitation).where(eq(invitation.personId, personId));
    const [account] = await work.tx
      .insert(telegramAccount)
      .values({
        personId,
        invitationId: invited!.id,
        userId,
        chatId: userId,
        shownName: 'Máy',
        state: 'pending',
        createdAt: work.now,
      })
      .returning();
    return account!.id;
  });
