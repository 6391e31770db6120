import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarDay, clock, updateSeen } from '../../db/schema/index.ts';
import { defaultCalendarDays } from '../../src/domain/calendar.ts';
import { beginClock } from '../../src/usecases/begin-clock.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { setClock } from '../simulator/demo-cast.ts';
import { FIRST_MORNING, WALL_OF_PREPARING } from '../simulator/demo-clock.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { seedPair } from '../support/seed.ts';

const WALL = Date.parse('2029-12-31T10:00:00+07:00');
const PAST = DateTime.fromISO('2026-11-23T09:00:00+07:00');
const FURTHER_PAST = DateTime.fromISO('2020-02-29T09:00:00+07:00');
const FUTURE = DateTime.fromISO('2031-01-06T09:00:00+07:00');

let base: TestDatabase;
let office: Office;
beforeEach(async () => {
  base = await makeTestDatabase();
  office = openOffice(base.db, () => WALL);
});
afterEach(() => base.close());

const now = async () => (await office.work({ pairs: [] }, async (work) => work.now)).toMillis();

describe('business time begins where it is told to while nothing has happened', () => {
  test.each([
    ['in the past', PAST],
    ['in the future', FUTURE],
  ])('%s', async (_, at) => {
    expect(await beginClock(office, at)).toBe(true);
    expect(await now()).toBe(at.toMillis());
  });

  test('it may begin anew until then, and the days off are nothing that happened', async () => {
    await office.work({ pairs: [] }, ({ tx }) => tx.insert(calendarDay).values(defaultCalendarDays));
    for (const at of [FUTURE, PAST, FURTHER_PAST, PAST]) expect(await beginClock(office, at)).toBe(true);
    expect(await now()).toBe(PAST.toMillis());
  });

  test('whoever was imported has happened, in rows that no pair of the session shows', async () => {
    await seedPair(office);
    for (const at of [PAST, FUTURE]) expect(await beginClock(office, at)).toBe(false);
    expect(await now()).toBe(WALL);
  });

  test('an update that was seen has happened', async () => {
    await office.work({ pairs: [] }, ({ tx, now: seenAt }) =>
      tx.insert(updateSeen).values({ botId: 1, updateId: 1, seenAt, outcome: 'done' }),
    );
    expect(await beginClock(office, PAST)).toBe(false);
    expect(await now()).toBe(WALL);
  });

  test('the demo, prepared by a far wall clock, begins at the same morning however long it has been open', async () => {
    const preparing = openOffice(base.db, () => WALL_OF_PREPARING);
    expect(await beginClock(preparing, FIRST_MORNING.minus({ days: 1 }))).toBe(true);
    await seedPair(preparing);
    // Late before early: each is a copy of its own there, and forward from what was prepared; here it is forward all the way.
    for (const wall of ['2199-12-31', '2029-12-31', '2026-12-12'].map(Date.parse)) {
      const opened = openOffice(base.db, () => wall);
      await opened.work({ pairs: [] }, (work) => setClock(work, FIRST_MORNING.toMillis() - wall));
      expect(await opened.work({ pairs: [] }, async (work) => work.now.toMillis())).toBe(
        FIRST_MORNING.toMillis(),
      );
    }
  });

  test('every table but three is looked at', async () => {
    const tables = await base.ownerSql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    const [{ source }] = (await base.ownerSql`
      select prosrc as source from pg_proc where proname = 'nothing_happened'`) as unknown as [
      { source: string },
    ];
    const named = tables.map(({ name }) => name).filter((name) => source.includes(`'${name}'`));
    expect(named.sort()).toEqual(['calendar_day', 'clock', 'rate_bucket']);
  });
});

describe('afterwards it goes forward only, whoever writes the row', () => {
  const move = (offsetMs: number) =>
    office.work({ pairs: [] }, ({ tx }) => tx.update(clock).set({ offsetMs }));

  test('back is refused by the database itself, forward is not', async () => {
    await beginClock(office, PAST);
    const offsetMs = PAST.toMillis() - WALL + 60_000;
    await move(offsetMs);
    await seedPair(office);
    await move(offsetMs + 1);
    await expect(move(offsetMs)).rejects.toThrow('business time goes forward only');
    expect(await now()).toBe(PAST.toMillis() + 60_001);
  });

  test('nor does it go back by way of a new row', async () => {
    await beginClock(office, PAST);
    await seedPair(office);
    await expect(base.ownerSql`delete from clock`).rejects.toThrow('business time goes forward only');
    await expect(office.work({ pairs: [] }, ({ tx }) => tx.delete(clock))).rejects.toMatchObject({
      code: '42501',
    });
    expect(await now()).toBe(PAST.toMillis());
  });
});
