import { eq, sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import type { Says } from '../../domain/noise.ts';
import type { HeldRef, OutboxRef } from '../../domain/outbox.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Work } from '../work.ts';

/** Finished messages and files go by themselves. */
const ALONE: readonly OutboxKind[] = ['said', 'file', 'while-away'];

/**
 * What was held for a person who is back is said in one message: the claimed row takes up the others of its chat that are due,
 * in the transaction of the claim, so that a crash loses none. A row that was held alone goes as it is.
 */
export async function gatherHeld(work: Work, rows: Claimed[]): Promise<Claimed[]> {
  const gathered: Claimed[] = [];
  for (const row of rows)
    gathered.push(
      row.ref.awayId === undefined || ALONE.includes(row.kind) ? row : await takeUpOthers(work, row),
    );
  return gathered;
}

async function takeUpOthers(work: Work, row: Claimed): Promise<Claimed> {
  const others = await work.tx.execute<{
    id: string;
    kind: OutboxKind;
    pair_id: number | null;
    ref: OutboxRef;
    says: Says;
  }>(sql`
    update outbox set state = 'skipped', reason = 'told together', ref = '{}'
    from (
      select id as old_id, ref as old_ref from outbox
      where chat_id = ${row.chatId} and state = 'pending' and not_before <= ${work.now.toISO()}
        and ref->>'awayId' is not null and kind not in ('said', 'file', 'while-away')
      for update skip locked) old
    where outbox.id = old.old_id
    returning outbox.id, outbox.kind, outbox.pair_id, old.old_ref as ref, outbox.says`);
  if (others.length === 0) return row;
  const inOrder = [...others].sort((a, b) => Number(a.id) - Number(b.id));
  const held: HeldRef[] = [
    { kind: row.kind, pairId: row.pairId, ref: row.ref },
    ...inOrder.map(({ kind, pair_id: pairId, ref }) => ({ kind, pairId, ref })),
  ];
  const says = [row, ...others].some((one) => one.says === 'asks') ? 'asks' : 'informs';
  const ref: OutboxRef = { ...(row.ref.awayId === undefined ? {} : { awayId: row.ref.awayId }), held };
  const gathered = { kind: 'while-away', says, silent: says === 'informs', ref } as const;
  await work.tx.update(outbox).set(gathered).where(eq(outbox.id, row.id));
  return { ...row, ...gathered };
}

/** The messages that a row stands for: those it took up, each as it would have gone by itself. */
export const partsOf = (row: Claimed): Claimed[] =>
  row.ref.held === undefined
    ? [row]
    : row.ref.held.map(({ kind, pairId, ref }) => ({ ...row, kind: kind as OutboxKind, pairId, ref }));
