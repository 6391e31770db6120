import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openRoleDesk, REFUSALS } from '../support/role-desk.ts';
import { BUTTONS, COLUMNS } from '../support/role-table.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { seedAbsence } from '../support/seed-absence.ts';
import { seedEntries } from '../support/seed-entries.ts';
import { seedHandover, takeOver } from '../support/seed-handover.ts';
import { seedPeople } from '../support/seed-people.ts';
import { seedPlanFound } from '../support/seed-plan-found.ts';
import { seedPlans } from '../support/seed-plans.ts';
import { seedStates } from '../support/seed-states.ts';
import { seedWaiting } from '../support/seed-waiting.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+07:00');
const cellOf = (outcomes: string, column: (typeof COLUMNS)[number]): string =>
  outcomes.trim().split(/\s+/)[COLUMNS.indexOf(column)]!;

/** An offer is closed by the handover. */
const rows = BUTTONS.filter(([, on]) => on !== 'handover');

type Walk = {
  base: TestDatabase;
  office: Office;
  seeded: SeededPair;
  tap(who: string, row: number): Promise<boolean>;
};

/** Every state made by the former đầu mối; then the duties pass to the second member. */
async function walk(leaves: boolean): Promise<Walk> {
  const base = await makeTestDatabase();
  const office = openOffice(base.db, () => MORNING);
  const seeded = await seedPair(office);
  const states: Record<string, { id: number; requests: Record<string, number> }> = {
    ...(await seedPlanFound(office, seeded)),
    ...(await seedStates(office, seeded)),
    ...(await seedEntries(office, seeded)),
    ...(await seedAbsence(office, seeded)),
    ...(await seedPlans(office, seeded)),
    ...(await seedWaiting(office, seeded)),
    ...(await seedPeople(office, seeded)),
  };
  await takeOver(office, seeded, (await seedHandover(office, seeded, leaves)).handover.id);
  const desk = openRoleDesk(office, [...REFUSALS, 'refused-replaced']);
  return {
    base,
    office,
    seeded,
    tap: async (who, at) => {
      const [button, on] = rows[at]!;
      const data = button.replace(/\{(\w+)\}/g, (_, name: string) =>
        String(name === 'i' ? states[on]!.id : states[on]!.requests[name]),
      );
      return (await desk.tap(seeded.cast[who]!.userId, data)) === 'ok';
    },
  };
}

async function okRows(walked: Walk, who: string): Promise<string[]> {
  const ok: string[] = [];
  for (const [at, [button, on]] of rows.entries())
    if (await walked.tap(who, at)) ok.push(`${button} on ${on}`);
  return ok;
}

const expected = (column: (typeof COLUMNS)[number]): string[] =>
  rows.filter((row) => cellOf(row[2], column) === 'ok').map(([button, on]) => `${button} on ${on}`);

describe('after a handover, by every button of the role table', () => {
  let walked: Walk;
  beforeAll(async () => {
    walked = await walk(false);
  }, 60_000);
  afterAll(() => walked.base.close());

  test('the successor may do all that the đầu mối could, and nothing else', async () => {
    expect(await okRows(walked, 'a-member-2')).toEqual(expected('aS'));
  }, 60_000);

  test('the former đầu mối, now a member, may do no more than a member', async () => {
    const more = (await okRows(walked, 'a-secretary')).filter((row) => !expected('aM').includes(row));
    // As for anybody who was replaced: read without a button; the form of an opinion opens and is refused at its end.
    expect(more).toEqual(['open.{notice} on agreed', 'opinion.{notice} on agreed']);
  }, 60_000);
});

test('a former đầu mối who left can do nothing to anything of the pair', async () => {
  const walked = await walk(true);
  const ok = await okRows(walked, 'a-secretary');
  // What names nothing: an empty list, one's own settings. An account that is in is greeted, whatever link is tapped.
  const named = ok.filter((row) => row.includes('{') && !/^link\.(yes|no|lang|tap)\./.test(row));
  expect(named).toEqual([]);
  expect(ok).toContain('xl.a.a on entry');
  await walked.base.close();
}, 60_000);
