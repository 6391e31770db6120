import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { DateTime, Duration } from 'luxon';
import { clock } from '../../db/schema/index.ts';
import { ZONE } from '../domain/working-time.ts';
import { beginClock } from './begin-clock.ts';
import type { Office } from './begin-work.ts';
import { nextHeadDue } from './chain/put-head.ts';
import { nextPlannedNotice } from './plan/planned-notice.ts';

/** A clock that can be moved, for demonstrations and tests; business time alone moves, and forward only once something happened. */
export type MovableClock = {
  now(): Promise<DateTime>;
  /** Where business time begins, an ISO 8601 instant, while nothing has happened; `refused`: something has. */
  begin(iso: string): Promise<{ now: string } | { refused: string }>;
  /** The next instant at which something is due; undefined: nothing is. */
  next(): Promise<DateTime | undefined>;
  /** Moves by an ISO 8601 duration, stopping at each due instant on the way until all is quiet. */
  advance(iso: string): Promise<{ now: string }>;
  /** Moves at once, as a downtime does: what was missed is found by the sweep afterwards. */
  jump(iso: string): Promise<{ now: string }>;
};

type Engine = { office: Office; sweep(): Promise<unknown>; kick(): void };

const QUIET_TIMEOUT_MS = 60_000;
const TOO_LATE = 'something has happened in this database: its time goes forward only';

export function makeDevClock(engine: Engine): MovableClock {
  const now = () => engine.office.work({ pairs: [] }, async (work) => work.now);
  const next = () => nextDue(engine.office);
  const settle = async () => {
    await engine.sweep();
    await untilQuiet(engine);
  };
  return {
    now,
    next,
    begin: async (iso) => {
      const at = DateTime.fromISO(iso, { zone: ZONE });
      return (await beginClock(engine.office, at)) ? { now: at.toISO()! } : { refused: TOO_LATE };
    },
    advance: async (iso) => {
      const target = (await now()).plus(Duration.fromISO(iso));
      await settle();
      for (let due = await next(); due && due < target; due = await next()) {
        await moveTo(engine.office, due);
        await settle();
      }
      await moveTo(engine.office, target);
      await settle();
      return { now: target.toISO()! };
    },
    jump: async (iso) => {
      const target = (await now()).plus(Duration.fromISO(iso));
      await moveTo(engine.office, target);
      await settle();
      return { now: target.toISO()! };
    },
  };
}

/** Forward only: an instant that has passed changes nothing. */
async function moveTo(office: Office, at: DateTime): Promise<void> {
  const offsetMs = Math.ceil(at.toMillis() - office.wallNow());
  await office.work({ pairs: [] }, (work) =>
    work.tx
      .update(clock)
      .set({ offsetMs: sql`greatest(${clock.offsetMs}, ${offsetMs})` })
      .where(eq(clock.id, 1)),
  );
}

/** Later than now, so that a step that holds itself does not stop the clock. */
async function nextDue(office: Office): Promise<DateTime | undefined> {
  return office.work({ pairs: 'all' }, async (work) => {
    const after = work.now.toISO();
    const [row] = await work.tx.execute<{ at: string | null }>(sql`
      select min(at) as at from (
        select min(due_at) as at from due_step where state = 'pending' and due_at > ${after}
        union all select min(due_at) from digest_slot where state = 'pending' and due_at > ${after}
        union all select min(due_at) from exchange_step where state = 'pending' and due_at > ${after}
        union all select min(not_before) from outbox where state = 'pending' and not_before > ${after}
      ) as due`);
    const due = row?.at ? DateTime.fromSQL(row.at, { zone: ZONE }) : undefined;
    const instants = [due, await nextHeadDue(work), await nextPlannedNotice(work)];
    return instants.filter((at) => at !== undefined).sort((a, b) => a.toMillis() - b.toMillis())[0];
  });
}

async function untilQuiet(engine: Engine): Promise<void> {
  const until = engine.office.wallNow() + QUIET_TIMEOUT_MS;
  while (engine.office.wallNow() < until) {
    engine.kick();
    if (await isQuiet(engine.office)) return;
    await sleep(50);
  }
}

const isQuiet = (office: Office): Promise<boolean> =>
  office.work({ pairs: 'all' }, async (work) => {
    const [row] = await work.tx.execute<{ busy: boolean }>(sql`
      select exists (select 1 from outbox where state in ('claimed', 'sending')
        or (state = 'pending' and not_before <= ${work.now.toISO()})) as busy`);
    return !row!.busy;
  });
