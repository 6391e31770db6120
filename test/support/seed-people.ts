import { eq } from 'drizzle-orm';
import { invitation, membership, person, telegramAccount } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { makeInvitation } from '../../src/usecases/make-invitation.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type PeopleName = 'people';

/** The people of side a: a member with their account, and somebody whom the đầu mối has invited and who has not come yet. */
export async function seedPeople(office: Office, { pairId, cast }: SeededPair): Promise<States<PeopleName>> {
  const requests = await office.work({ pairs: 'all' }, async (work) => {
    const inviter = cast['a-secretary']!.id;
    const member = cast['a-member']!.id;
    const [place] = await work.tx.select().from(membership).where(eq(membership.personId, inviter));
    const [newcomer] = await work.tx
      .insert(person)
      .values({ key: 'newcomer', name: 'Người được mời' })
      .returning();
    const personId = newcomer!.id;
    const { id: _, ...held } = place!;
    await work.tx.insert(membership).values({ ...held, personId, role: 'member' });
    await makeInvitation(work, { pairId, personId, invitedBy: inviter });
    const [invited] = await work.tx.select().from(invitation).where(eq(invitation.personId, personId));
    const [account] = await work.tx
      .select()
      .from(telegramAccount)
      .where(eq(telegramAccount.personId, member));
    return {
      pair: pairId,
      committee: held.committeeId,
      member,
      account: account!.id,
      newcomer: personId,
      invitation: invited!.id,
    };
  });
  return { people: { id: pairId, requests } };
}
