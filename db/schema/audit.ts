import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bigId } from '../columns.ts';
import { pair } from './pair.ts';

/** The head of a chain: one per pair, one (pair_id null) for the system. Locked while an entry is appended. */
export const auditChain = pgTable(
  'audit_chain',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').references(() => pair.id),
    name: text().notNull().unique(),
    seq: bigId('seq').notNull(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex('audit_chain_pair').on(t.pairId).where(sql`pair_id is not null`),
    uniqueIndex('audit_chain_system').on(t.name).where(sql`pair_id is null`),
  ],
);

/**
 * Append-only. `at` and `body` are canonical text, as hashed; names and free text stand in it as salted digests. `salt`: of the
 * content's digest; entries of the first format have none.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    chainId: integer('chain_id')
      .notNull()
      .references(() => auditChain.id),
    seq: bigId('seq').notNull(),
    pairId: integer('pair_id').references(() => pair.id),
    inspectionId: integer('inspection_id'),
    exchangeId: integer('exchange_id'),
    at: text().notNull(),
    type: text().notNull(),
    body: text().notNull(),
    salt: text(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chainId, t.seq] }),
    index('audit_entry_by_inspection').on(t.pairId, t.inspectionId),
    index('audit_entry_by_exchange').on(t.exchangeId).where(sql`exchange_id is not null`),
  ],
);

/** The value and salt behind a digest in an entry; erasure (C8) deletes the row, the chain still verifies. */
export const auditValue = pgTable(
  'audit_value',
  {
    chainId: integer('chain_id').notNull(),
    seq: bigId('seq').notNull(),
    field: text().notNull(),
    salt: text().notNull(),
    value: text().notNull(),
    personId: integer('person_id'),
  },
  (t) => [
    primaryKey({ columns: [t.chainId, t.seq, t.field] }),
    foreignKey({ columns: [t.chainId, t.seq], foreignColumns: [auditEntry.chainId, auditEntry.seq] }),
    index('audit_value_by_person').on(t.personId),
  ],
);
