import { eq, sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import type { Says } from '../../domain/noise.ts';
import { type Claimed, claimedAs } from '../outbox/claim.ts';
import { hasFlag, kindsWith, readTold } from '../outbox/kinds.ts';
import type { DeferredRef } from '../outbox/refs.ts';
import type { Work } from '../work.ts';

/**
 * What was deferred for a person who is back is said in one message: the claimed row takes up the others of its chat that are due,
 * in the transaction of the claim, so that a crash loses none. A row that was deferred alone goes as it is.
 */
export async function gatherDeferred(work: Work, rows: Claimed[]): Promise<Claimed[]> {
  const gathered: Claimed[] = [];
  for (const row of rows)
    gathered.push(
      row.isUnread || row.ref.awayId === undefined || hasFlag(row.kind, 'goesAlone')
        ? row
        : await takeUpOthers(work, row),
    );
  return gathered;
}

async function takeUpOthers(work: Work, row: Claimed): Promise<Claimed> {
  const others = await work.tx.execute<{
    id: string;
    kind: string;
    pair_id: number | null;
    ref: unknown;
    says: Says;
  }>(sql`
    update outbox set state = 'skipped', reason = 'told together', ref = '{}'
    from (
      select id as old_id, ref as old_ref from outbox
      where chat_id = ${row.chatId} and state = 'pending' and not_before <= ${work.now.toISO()}
        and ref->>'awayId' is not null and kind <> all(${`{${kindsWith('goesAlone').join()}}`}::text[])
      for update skip locked) old
    where outbox.id = old.old_id
    returning outbox.id, outbox.kind, outbox.pair_id, old.old_ref as ref, outbox.says`);
  if (others.length === 0) return row;
  const inOrder = [...others].sort((a, b) => Number(a.id) - Number(b.id));
  const deferred: DeferredRef[] = [
    { kind: row.kind, pairId: row.pairId, ref: row.ref },
    ...inOrder.map(({ kind, pair_id: pairId, ref }) => ({ kind, pairId, ref })),
  ];
  const says = [row, ...others].some((one) => one.says === 'asks') ? 'asks' : 'informs';
  const { awayId } = row.ref;
  const told = {
    kind: 'while-away',
    ref: { ...(awayId === undefined ? {} : { awayId }), held: deferred },
  } as const;
  const heard = { says, silent: says === 'informs' } as const;
  await work.tx
    .update(outbox)
    .set({ ...told, ...heard })
    .where(eq(outbox.id, row.id));
  return claimedAs({ ...row, ...heard }, told);
}

/** The messages that a row stands for: those it took up, each as it would have gone by itself. Throws for what is of no kind. */
export function partsOf(row: Claimed): Claimed[] {
  if (row.isUnread) throw new Error('what it refers to cannot be read');
  if (row.kind !== 'while-away') return [row];
  return row.ref.held.map(({ kind, pairId, ref }) => {
    const told = readTold(kind, ref);
    if (!told) throw new Error('what was deferred cannot be read');
    return claimedAs({ ...row, pairId }, told);
  });
}
