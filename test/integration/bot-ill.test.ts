import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../src/telegram/deliver.ts';
import { probeBot } from '../../src/telegram/probe-bot.ts';
import { readVitals } from '../../src/usecases/read-vitals.ts';
import { type OutageDesk, openOutageDesk } from '../support/outage-desk.ts';

const ASKED = Date.parse('2026-11-23T09:00:00+07:00');
const iso = (seconds: number) => new Date(ASKED + seconds * 1000).toISOString();

let desk: OutageDesk;
beforeEach(async () => {
  desk = await openOutageDesk();
  await desk.notify(await desk.agreed({ team: ['a-member', 'b-member'] }));
});
afterEach(() => desk.close());

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])(
  'a token that Telegram answers with %i burns no message: sending pauses for every process, and goes on by itself',
  async (status, description) => {
    desk.sim.faults.add({ kind: 'error', status, description });
    await desk.moment(iso(0));
    const asked = desk.sim.stats().faults;
    for (let n = 1; n <= 10; n += 1) {
      await desk.moment(iso(n * 60));
      await deliver({ ...desk.deps, owner: 'another process' });
    }
    expect(desk.sim.stats().faults).toBe(asked);
    expect(new Set((await desk.rows()).map((row) => row.state))).toEqual(new Set(['pending']));
    expect(desk.failed).toEqual([]);
    expect(desk.logged.filter((line) => line.includes('sending pauses'))).toHaveLength(1);
    expect(await desk.all(readVitals)).toMatchObject({ isBotAccepted: false });

    desk.sim.faults.clear();
    desk.at(iso(660));
    expect(await probeBot(desk.deps)).toBe(true);
    expect(await desk.all(readVitals)).toMatchObject({ isBotAccepted: true });
    await desk.moment(iso(661));
    const got = desk.arrived();
    expect(got.map((one) => one.who).sort()).toEqual(['a-member', 'a-secretary', 'b-member', 'b-secretary']);
    for (const one of got) expect(one.text).not.toContain('(gửi lại)');
  },
  60_000,
);

test('Telegram is asked after five seconds, then ever more seldom, by one process of two', async () => {
  desk.sim.faults.add({ kind: 'error', status: 401, description: 'Unauthorized' });
  await desk.moment(iso(0));
  const at: number[] = [];
  for (let second = 0; second <= 1800; second += 5) {
    desk.at(iso(second));
    const before = desk.sim.stats().faults;
    await Promise.all([probeBot(desk.deps), probeBot(desk.deps)]);
    for (let n = before; n < desk.sim.stats().faults; n += 1) at.push(second);
  }
  expect(at).toEqual([5, 10, 20, 40, 80, 160, 320, 620, 920, 1220, 1520]);
}, 60_000);
