import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { outbox, telegramAccount } from '../../../db/schema/index.ts';
import { kindsWith } from '../outbox/kinds.ts';
import type { Work } from '../work.ts';
import type { Handover } from './load-handover.ts';

/** What goes to a đầu mối because they are the đầu mối; notices to a person as a member of a team are their own. */
const OF_THE_ROLE = kindsWith('ofRole');

/**
 * What still waits to go out to the former đầu mối as such goes to the successor, such as what crosses within the minute; what is an
 * edit of a message in the old chat, and the receipts of entries that the former logged, end. To whoever leaves nothing goes any more.
 */
export async function passMessages(work: Work, offer: Handover): Promise<void> {
  const [account] = await work.tx
    .select({ chatId: telegramAccount.chatId })
    .from(telegramAccount)
    .where(and(eq(telegramAccount.personId, offer.toPerson), eq(telegramAccount.state, 'active')));
  const waiting = and(
    eq(outbox.pairId, offer.pairId),
    eq(outbox.personId, offer.fromPerson),
    eq(outbox.state, 'pending'),
  );
  // The successor is here: what was deferred while the former was away goes out now.
  await work.tx
    .update(outbox)
    .set({
      personId: offer.toPerson,
      chatId: account!.chatId,
      ref: sql`${outbox.ref} - 'awayId'`,
      notBefore: sql`case when ${outbox.ref}->>'awayId' is null then ${outbox.notBefore} else ${work.now.toISO()}::timestamptz end`,
    })
    .where(
      and(
        waiting,
        inArray(outbox.kind, OF_THE_ROLE),
        // What one is in a team is one's own.
        sql`${outbox.ref}->>'note' is distinct from 'team_role'`,
        isNull(outbox.editMessageId),
        isNull(outbox.coalesceKey),
        sql`${outbox.ref}->>'insteadOf' is null`,
      ),
    );
  if (offer.leaves)
    await work.tx.update(outbox).set({ state: 'skipped', reason: 'handed over' }).where(waiting);
}
