import { and, eq, isNull } from 'drizzle-orm';
import { auditChain, auditEntry, auditValue } from '../../db/schema/index.ts';
import { digestValue, entryHash, genesis } from '../domain/audit-chain.ts';
import { type CanonicalValue, canonical } from '../domain/canonical.ts';
import type { Work } from './work.ts';

const SALT_BYTES = 16;

type Entry = {
  pairId: number | null;
  type: string;
  by?: number | null;
  inspectionId?: number;
  exchangeId?: number;
  facts?: Record<string, CanonicalValue>;
  /** Names and free text: they enter the entry as salted digests only (C8). `personId`: whose erasure removes it. */
  values?: Record<string, { value: string; personId?: number }>;
};

/** Appends to the pair's chain (or the system's) in this transaction; the head row is locked, so writers queue (R7). */
export async function audit(work: Work, entry: Entry): Promise<void> {
  const chain = await lockChain(work, entry.pairId);
  const at = work.now.toUTC().toISO()!;
  const salted = Object.entries(entry.values ?? {}).map(([field, item]) => ({
    field,
    ...item,
    salt: work.random(SALT_BYTES),
  }));
  const digests = Object.fromEntries(salted.map((item) => [item.field, digestValue(item.salt, item.value)]));
  const body = canonical({
    ...(entry.facts ?? {}),
    ...digests,
    ...(salted.length > 0 ? { whose: whoseOf(salted) } : {}),
    by: entry.by ?? null,
    inspection: entry.inspectionId ?? null,
    ...(entry.exchangeId === undefined ? {} : { exchange: entry.exchangeId }),
  });
  const salt = work.random(SALT_BYTES);
  const seq = chain.seq + 1;
  const hash = entryHash({ chain: chain.name, seq, prevHash: chain.hash, at, type: entry.type, body, salt });
  await work.tx.insert(auditEntry).values({
    chainId: chain.id,
    seq,
    pairId: entry.pairId,
    inspectionId: entry.inspectionId ?? null,
    exchangeId: entry.exchangeId ?? null,
    at,
    type: entry.type,
    body,
    salt,
    prevHash: chain.hash,
    hash,
  });
  if (salted.length > 0)
    await work.tx.insert(auditValue).values(
      salted.map(({ field, salt, value, personId }) => ({
        chainId: chain.id,
        seq,
        field,
        salt,
        value,
        personId: personId ?? null,
      })),
    );
  await work.tx.update(auditChain).set({ seq, hash }).where(eq(auditChain.id, chain.id));
}

/** Whose each value is stands in the hashed body: a value given to somebody else would escape an erasure, or be erased with them. */
const whoseOf = (salted: { field: string; personId?: number }[]): Record<string, number | null> =>
  Object.fromEntries(salted.map(({ field, personId }) => [field, personId ?? null]));

/** The chain of a pair (null: the system's), made when there is none yet, locked until the transaction ends. */
export async function lockChain(work: Work, pairId: number | null) {
  const name = pairId === null ? 'system' : `pair-${pairId}`;
  const where = pairId === null ? isNull(auditChain.pairId) : eq(auditChain.pairId, pairId);
  const find = () =>
    work.tx
      .select()
      .from(auditChain)
      .where(and(where, eq(auditChain.name, name)))
      .for('update');
  const [found] = await find();
  if (found) return found;
  await work.tx
    .insert(auditChain)
    .values({ pairId, name, seq: 0, hash: genesis(name) })
    .onConflictDoNothing();
  const [made] = await find();
  return made!;
}
