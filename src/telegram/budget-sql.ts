import type { Sql, TransactionSql } from 'postgres';
import {
  type BucketState,
  botBucket,
  bucketsOf,
  type Limits,
  pauseAll,
  type Reservation,
  reserveSlots,
  telegramLimits,
} from '../domain/gcra.ts';
import { type Budget, defaultHorizonMs, toDelaysMs } from './budget.ts';

// Any fixed number that no other advisory lock of the application takes.
const lockKey = 7_246_001;
const forgetAfterUs = 3_600_000_000;

/** The budget in Postgres (table rate_bucket): the law of domain/gcra.ts under one lock, on the database's clock. */
export function sqlBudget(options: { sql: Sql; limits?: Limits }): Budget {
  const { sql, limits = telegramLimits } = options;
  return {
    async reserve(requests, { horizonMs = defaultHorizonMs, wallNowMs } = {}) {
      if (requests.length === 0) return [];
      const buckets = [...new Set([botBucket, ...requests.flatMap(bucketsOf)])];
      const delaysUs = await sql.begin(async (tx) => {
        const { nowUs, state } = await lockAndRead(tx, buckets, wallNowMs);
        const done = reserveSlots(state, requests, { nowUs, horizonUs: horizonMs * 1_000 }, limits);
        await write(tx, done.state, state, nowUs);
        return done.delaysUs;
      });
      return toDelaysMs(delaysUs);
    },
    async penalize(retryAfterMs, { wallNowMs } = {}) {
      await sql.begin(async (tx) => {
        const { nowUs, state } = await lockAndRead(tx, [botBucket], wallNowMs);
        await write(tx, pauseAll(state, { nowUs, retryAfterUs: retryAfterMs * 1_000 }, limits), state, nowUs);
      });
    },
  };
}

async function lockAndRead(
  tx: TransactionSql,
  buckets: string[],
  wallNowMs: number | undefined,
): Promise<{ nowUs: number; state: BucketState }> {
  await tx`SELECT pg_advisory_xact_lock(${lockKey})`;
  // The clock is read after the lock, else two waiting processes would plan from times that are past.
  const rows = await tx<
    { now_us: string; key: string | null; tat_us: string; born_us: string; until_us: string }[]
  >`
    SELECT floor(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now_us, b.*
    FROM (VALUES (1)) AS one LEFT JOIN rate_bucket b ON b.key = ANY(${buckets})`;
  const bot = rows.find((row) => row.key === botBucket);
  const known = rows.filter((row) => row.key !== null);
  return {
    nowUs: wallNowMs === undefined ? Number(rows[0]!.now_us) : Math.round(wallNowMs * 1_000),
    state: {
      bornUs: bot === undefined ? undefined : Number(bot.born_us),
      untilUs: Number(bot?.until_us ?? 0),
      tatUs: new Map(known.map((row) => [row.key!, Number(row.tat_us)])),
    },
  };
}

async function write(
  tx: TransactionSql,
  after: Reservation['state'],
  before: BucketState,
  nowUs: number,
): Promise<void> {
  const tats = new Map(after.tatUs);
  if (!tats.has(botBucket)) tats.set(botBucket, 0);
  const changed = [...tats].filter(([key, tat]) => key === botBucket || before.tatUs.get(key) !== tat);
  const rows = changed.map(([key, tat]) => {
    const isBot = key === botBucket;
    return { key, tat_us: tat, born_us: isBot ? after.bornUs : 0, until_us: isBot ? after.untilUs : 0 };
  });
  await tx`
    INSERT INTO rate_bucket ${tx(rows)}
    ON CONFLICT (key) DO UPDATE
    SET tat_us = excluded.tat_us, born_us = excluded.born_us, until_us = excluded.until_us`;
  // About one call in 500 sweeps what no longer says anything.
  if (nowUs % 500 === 0) {
    await tx`DELETE FROM rate_bucket WHERE key <> ${botBucket} AND tat_us < ${nowUs - forgetAfterUs}`;
  }
}
