import { sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import type { Tx } from '../../db/client.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Role, Side } from '../domain/side.ts';

/** One transaction under way: every use case takes it and neither commits nor reads a clock of its own. */
export type Work = {
  tx: Tx;
  /** Business time, Asia/Ho_Chi_Minh. */
  now: DateTime;
  calendar: Calendar;
  /** Random bytes as base64url: tokens and salts. */
  random: (bytes: number) => string;
};

export type Member = {
  id: number;
  pairId: number;
  pairName: string;
  side: Side;
  committeeId: number;
  role: Role;
};

/** The person behind an active account, with the memberships that hold today. */
export type Actor = {
  personId: number;
  name: string;
  chatId: number;
  locale: 'vi' | 'en';
  members: Member[];
};

/** The actor's membership in a pair; undefined: the pair does not exist for them. */
export const memberIn = (actor: Actor, pairId: number): Member | undefined =>
  actor.members.find((member) => member.pairId === pairId);

/** Narrows what row-level security lets this transaction see to these pairs. */
export async function scopeTo(tx: Tx, pairIds: number[] | 'all'): Promise<void> {
  const value = pairIds === 'all' ? '*' : pairIds.join(',');
  await tx.execute(sql`select set_config('app.pairs', ${value}, true)`);
}
