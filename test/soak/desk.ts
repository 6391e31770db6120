import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';

/** The hand on the clock, and the eye on what waits; both on the owner's session, which bears that Postgres goes away. */
export type Desk = {
  sql: Sql;
  /** Business ms of an instant of the wall clock, now or later. */
  toBusiness(wallMs: number): number;
  /** Moves business time forward to an instant, ms. */
  moveTo(businessMs: number): Promise<void>;
  /** What is in somebody's hands, and what is due and not done yet: rows to go out, steps, digests. */
  look(): Promise<Seen>;
  close(): Promise<void>;
};

/** `from` and `to`, wall ms, lie around the instant that was seen. `tried`: of what waits, what Telegram has refused. */
export type Seen = {
  from: number;
  to: number;
  inHand: number;
  waiting: number;
  tried: number;
  undone: number;
};

const PATIENCE_MS = 120_000;

export async function openDesk(url: string): Promise<Desk> {
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const [row] = await sql<{ offset: number }[]>`select offset_ms::float8 as offset from clock`;
  let offsetMs = row!.offset;
  return {
    sql,
    toBusiness: (wallMs) => wallMs + offsetMs,
    moveTo: async (businessMs) => {
      const wanted = Math.ceil(businessMs - Date.now());
      if (wanted <= offsetMs) return;
      await steadily(() => sql`update clock set offset_ms = greatest(offset_ms, ${wanted})`);
      offsetMs = wanted;
    },
    look: () => steadily(() => lookOnce(sql, offsetMs)),
    close: () => sql.end({ timeout: 5 }),
  };
}

async function lookOnce(sql: Sql, offsetMs: number): Promise<Seen> {
  const from = Date.now();
  const now = new Date(from + offsetMs).toISOString();
  const [row] = await sql<Omit<Seen, 'from' | 'to'>[]>`
    select (select count(*)::int from outbox where state in ('claimed', 'sending')) as "inHand",
      (select count(*)::int from outbox where state = 'pending' and not_before <= ${now}) as waiting,
      (select count(*)::int from outbox where state = 'pending' and attempts > 0) as tried,
      (select count(*)::int from due_step where state = 'pending' and due_at <= ${now})
      + (select count(*)::int from exchange_step where state = 'pending' and due_at <= ${now})
      + (select count(*)::int from digest_slot where state = 'pending' and due_at <= ${now}) as undone`;
  return { from, to: Date.now(), ...row! };
}

/** Until it succeeds: Postgres may be away for a moment. */
export async function steadily<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}
