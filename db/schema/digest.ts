import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { DIGEST_KINDS, DIGEST_SLOT_STATES } from '../../src/domain/digest.ts';
import { bigId, instant } from '../columns.ts';
import { person } from './person.ts';

/**
 * One digest of one person over all their pairs, an obligation with its due instant (global: R15). One slot of a kind waits at
 * a time; `reason` says why a slot was not sent, such as that a later one took its place.
 */
export const digestSlot = pgTable(
  'digest_slot',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    kind: text({ enum: DIGEST_KINDS }).notNull(),
    dueAt: instant('due_at').notNull(),
    state: text({ enum: DIGEST_SLOT_STATES }).notNull().default('pending'),
    reason: text(),
    doneAt: instant('done_at'),
  },
  (t) => [
    uniqueIndex('digest_slot_once').on(t.personId, t.kind, t.dueAt),
    uniqueIndex('digest_slot_one_waiting').on(t.personId, t.kind).where(sql`state = 'pending'`),
    index('digest_slot_pending').on(t.dueAt).where(sql`state = 'pending'`),
    index('digest_slot_done').on(t.doneAt),
  ],
);

/** A digest that a person turned on or off; without a row the role decides. */
export const digestSetting = pgTable(
  'digest_setting',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    kind: text({ enum: DIGEST_KINDS }).notNull(),
    isOn: boolean('is_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);

/** "Bảng việc": the message pinned in a person's chat. `seen`: entries of the audit chains of their pairs when it was last edited. */
export const taskBoard = pgTable('task_board', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => person.id),
  /** The outbox row whose message it is. */
  outboxId: bigId('outbox_id').notNull(),
  seen: bigId('seen').notNull(),
  shownAt: instant('shown_at').notNull(),
});
