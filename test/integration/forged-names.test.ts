import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openRoleDesk } from '../support/role-desk.ts';
import { BUTTONS } from '../support/role-table.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { dataOf, type RoleStates, seedRoleStates } from '../support/seed-role-states.ts';

/** Every action that a command listens to. */
const routes = vi.hoisted(() => new Set<string>());
vi.mock('../../src/telegram/callback.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../src/telegram/callback.ts')>();
  const onAction: typeof real.onAction = (composer, name, handle) => {
    routes.add(name);
    real.onAction(composer, name, handle);
  };
  return { ...real, onAction };
});

/** What every object answers to: "__proto__", "constructor", "toString" … */
const NAMES = Object.getOwnPropertyNames(Object.prototype);
const MORNING = Date.parse('2026-11-23T09:00:00+07:00');

let base: TestDatabase;
let desk: ReturnType<typeof openRoleDesk>;
let seeded: SeededPair;
let states: RoleStates;
beforeAll(async () => {
  base = await makeTestDatabase();
  const office = openOffice(base.db, () => MORNING);
  seeded = await seedPair(office);
  states = await seedRoleStates(office, seeded);
  desk = openRoleDesk(office);
}, 60_000);
afterAll(() => base.close());

/** The forged data that got no answer or an error, with what was seen. */
async function unanswered(all: Iterable<string>): Promise<string[]> {
  const bad: string[] = [];
  for (const data of new Set(all)) {
    const seen = await desk
      .tap(seeded.cast['a-secretary']!.userId, data)
      .catch((error: Error) => error.message);
    if (!/^[a-z-]+$/.test(seen) || seen === 'silence') bad.push(`${data}: ${seen}`);
  }
  return bad;
}

test('a name that every object answers to, after any action or alone, gets a polite answer', async () => {
  expect(routes.size).toBeGreaterThan(60);
  const forged = [...routes].flatMap((route) => NAMES.map((name) => `${route}.${name}`));
  expect(await unanswered([...NAMES, ...forged])).toEqual([]);
}, 300_000);

test('in the place of each part of each known button such a name gets a polite answer', async () => {
  const forged = BUTTONS.flatMap(([button, on]) => {
    const parts = dataOf(states, button, on).split('.');
    return parts.flatMap((_, at) =>
      ['__proto__', 'constructor'].map((name) => parts.with(at, name).join('.')),
    );
  });
  expect(await unanswered(forged)).toEqual([]);
}, 300_000);
