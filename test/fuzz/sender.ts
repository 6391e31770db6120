import type { Sql } from 'postgres';
import type { Role, Side } from '../../src/domain/side.ts';

/** A seat in a pair on the day. */
export type Seat = { pairId: number; side: Side; role: Role };

/** Whom an update speaks for, as the tables knew them when it came. */
export type Sender = {
  userId: number;
  personId: number;
  state: 'consenting' | 'practising' | 'pending' | 'active';
  /** None unless the account is active. */
  seats: Seat[];
};

/** The Telegram ids that an update may speak for: of whatever it holds, whoever is said to have sent it; who blocks a chat is its person. */
export function spokenFor(update: Record<string, unknown>): number[] {
  const ids = Object.entries(update).flatMap(([kind, content]) => {
    if (typeof content !== 'object' || content === null) return [];
    const { from, user, chat } = content as { from?: unknown; user?: unknown; chat?: unknown };
    return [idOf(from), idOf(user), kind === 'my_chat_member' ? idOf(chat) : undefined];
  });
  return [...new Set(ids.filter((id) => id !== undefined))];
}

const idOf = (who: unknown): number | undefined => {
  if (typeof who !== 'object' || who === null || !('id' in who)) return undefined;
  return wholeOf(who.id);
};

/** The whole number that something is or spells; undefined for whatever else, an object that cannot be made a word among it. */
export const wholeOf = (value: unknown): number | undefined => {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
};

type Found = { user_id: string; person_id: number; state: Sender['state'] } & {
  pair_id: number | null;
  side: Side;
  role: Role;
};

/** Those of these ids that have an account which is not revoked, with what they may speak for on `day`. */
export async function findSenders(owner: Sql, ids: readonly number[], day: string): Promise<Sender[]> {
  if (ids.length === 0) return [];
  const rows = await owner<Found[]>`
    select a.user_id, a.person_id, a.state, m.pair_id, m.side, m.role
    from telegram_account a left join membership m on m.person_id = a.person_id and a.state = 'active'
      and m.from_day <= ${day} and (m.to_day is null or m.to_day > ${day})
    where a.user_id = any(${ids as number[]}::bigint[]) and a.state <> 'revoked'
    order by a.id, m.id`;
  const senders = new Map<number, Sender>();
  for (const row of rows) {
    const userId = Number(row.user_id);
    const one = senders.get(userId) ?? { userId, personId: row.person_id, state: row.state, seats: [] };
    if (row.pair_id !== null) one.seats.push({ pairId: row.pair_id, side: row.side, role: row.role });
    senders.set(userId, one);
  }
  return [...senders.values()];
}
