import type { TransactionSql } from 'postgres';

/**
 * What waited to be said when the backup was made: the installation that made it may have said it since. Notices and reminders go
 * out marked as sent again, if they still hold then; finished answers to taps and typing are of that moment and go no more.
 */
export async function settleRestored(tx: TransactionSql): Promise<void> {
  await tx`
    update outbox set state = 'skipped', reason = 'restored', ref = ref - 'message', owner = null, lease_until = null
    where kind = 'said' and state in ('pending', 'claimed', 'sending')`;
  await tx`
    update outbox set state = 'pending', resent = true, owner = null, lease_until = null
    where state in ('pending', 'claimed', 'sending')`;
}
