import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { Lane } from '../../src/domain/lanes.ts';
import { SAYS } from '../../src/domain/noise.ts';
import { OUTBOX_KINDS } from '../../src/domain/outbox-kind.ts';
import { bigId, instant } from '../columns.ts';
import { pair } from './pair.ts';
import { person } from './person.ts';

/**
 * What is to be said, to one chat. pending → claimed (owner, lease) → sending (on the wire) → sent | failed | skipped.
 * `notBefore` is business time; `retryAt` and `leaseUntil` are wall time.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').references(() => pair.id),
    personId: integer('person_id').references(() => person.id),
    chatId: bigId('chat_id').notNull(),
    isGroup: boolean('is_group').notNull().default(false),
    lane: smallint().$type<Lane>().notNull(),
    /** Within a lane the lowest goes first: of answers, how many of its chat were waiting before it; else 0. */
    place: smallint().notNull().default(0),
    kind: text({ enum: OUTBOX_KINDS }).notNull(),
    /** What it speaks of, by its kind: ids, composed again at sending, or a finished message. Parsed when it is read. */
    ref: jsonb().$type<object>().notNull(),
    /** What is neither an answer nor Khẩn nor news asks, and is within the budget of sounds (R15). */
    says: text({ enum: SAYS }).notNull().default('asks'),
    /** Of what asks it is decided anew whenever it goes out. */
    silent: boolean().notNull().default(false),
    /** Edit this message of the chat; null: send a new one. */
    editMessageId: bigId('edit_message_id'),
    /** Pending edits with the same key coalesce to the last state. */
    coalesceKey: text('coalesce_key'),
    state: text({ enum: ['pending', 'claimed', 'sending', 'sent', 'failed', 'skipped'] })
      .notNull()
      .default('pending'),
    reason: text(),
    notBefore: instant('not_before').notNull(),
    retryAt: instant('retry_at'),
    attempts: smallint().notNull().default(0),
    /** It was found on the wire after a crash: sent again, marked so. */
    resent: boolean().notNull().default(false),
    owner: text(),
    leaseUntil: instant('lease_until'),
    messageId: bigId('message_id'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('outbox_pending').on(t.lane, t.place, t.id).where(sql`state = 'pending'`),
    index('outbox_chat_live').on(t.chatId, t.id).where(sql`state in ('pending','claimed','sending')`),
    index('outbox_leased').on(t.leaseUntil).where(sql`state in ('claimed','sending')`),
    index('outbox_by_message').on(t.chatId, t.messageId),
    index('outbox_coalesce').on(t.coalesceKey).where(sql`state = 'pending' and coalesce_key is not null`),
    index('outbox_by_exchange')
      .on(sql`((ref->>'exchangeId')::int)`)
      .where(sql`ref->>'exchangeId' is not null`),
    index('outbox_sounds').on(t.personId, t.sentAt).where(sql`says = 'asks' and not silent`),
  ],
);

/** While Telegram does not accept the bot (its token was changed): at most one row, in wall time; nothing is sent while it stands. */
export const botPause = pgTable(
  'bot_pause',
  {
    id: integer().primaryKey(),
    since: instant('since').notNull(),
    probeAt: instant('probe_at').notNull(),
    probes: smallint().notNull(),
  },
  (t) => [check('bot_pause_one_row', sql`${t.id} = 1`)],
);
