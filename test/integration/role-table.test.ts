import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../src/domain/permission.ts';
import type { TextKey } from '../../src/locales/keys.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openRoleDesk } from '../support/role-desk.ts';
import { BUTTONS, COLUMNS, COMMANDS } from '../support/role-table.ts';
import { type Cast, type SeededPair, seedPair } from '../support/seed.ts';
import { dataOf, type RoleStates, seedRoleStates } from '../support/seed-role-states.ts';

let base: TestDatabase;
let office: Office;
let desk: ReturnType<typeof openRoleDesk>;
let seeded: SeededPair;
let foreign: SeededPair;
let states: RoleStates;

const SHORT: Record<string, string> = {
  'refused-not-allowed': 'na',
  'refused-not-found': 'nf',
  'refused-leader-only': 'lo',
  'refused-not-active': 'no',
  'link-stranger': 'no',
  'refused-secretary-only': 'so',
  'refused-not-team': 'nt',
  'substitute-only-team': 'nt',
  'urgent-lead-only': 'ul',
  'toast-stale-button': 'st',
  'refused-letter-none': 'nl',
  'refused-feed-draft': 'fd',
  'refused-feed-none': 'fn',
  'handover-open': 'ho',
  'toast-report-refused': 'rr',
  'refused-answered-already': 'aa',
  'plan-not-exchanged': 'pn',
  'plan-asked-already': 'pa',
  'plan-not-asked': 'np',
  'plan-locked': 'pl',
  'link-second-asked': 'sp',
  'link-not-confirmer': 'nc',
  'member-not-secretary': 'so',
  'member-not-lister': 'na',
  'member-gone': 'nf',
  'data-nothing': 'nf',
  'refused-crossed-already': 'ca',
  'exchange-crossed-already': 'ca',
  'toast-stale-step': 'ss',
};

const MORNING = Date.parse('2026-11-23T09:00:00+07:00');

beforeAll(async () => {
  base = await makeTestDatabase();
  // The clock stands still: what can be recalled stays so to the last row.
  office = openOffice(base.db, () => MORNING);
  seeded = await seedPair(office);
  foreign = await seedPair(office, { key: 'p2', firstUserId: 5000 });
  states = await seedRoleStates(office, seeded);
  desk = openRoleDesk(office);
}, 60_000);
afterAll(() => base.close());

const KEYS: Record<string, keyof Cast> = {
  S: 'secretary',
  C: 'chair',
  T: 'member',
  M: 'member-2',
  O: 'observer',
};

function userOf(column: string): number {
  if (column === 'x') return 999_999;
  const [side, role] = [column[0]!, KEYS[column[1]!]!];
  return side === 'f' ? foreign.cast[`a-${role}`]!.userId : seeded.cast[`${side}-${role}`]!.userId;
}

const cells = (outcomes: string): string[] => outcomes.trim().split(/\s+/);
const shown = (outcomes: string[]): string =>
  COLUMNS.map((column, at) => `${column}=${outcomes[at]}`).join(' ');

describe('role × button × side × pair, by forged taps', () => {
  test.each(BUTTONS)('%s on %s', async (button, on, outcomes) => {
    const data = dataOf(states, button, on);
    expect(data).not.toContain('missing');
    const seen: string[] = [];
    for (const column of COLUMNS) {
      const outcome = await desk.tap(userOf(column), data);
      seen.push(SHORT[outcome] ?? outcome);
    }
    expect(shown(seen)).toBe(shown(cells(outcomes)));
  });
});

describe('role × command', () => {
  test.each(COMMANDS)('%s', async (command, outcomes) => {
    const seen: string[] = [];
    for (const column of COLUMNS) {
      const outcome = await desk.write(userOf(column), command.trim());
      seen.push(SHORT[outcome] ?? outcome);
    }
    expect(shown(seen)).toBe(shown(cells(outcomes)));
  });
});

describe('the table is whole', () => {
  test('every row has an outcome for every column', () => {
    const rows = [...BUTTONS.map((row) => row[2]), ...COMMANDS.map((row) => row[1])];
    expect(rows.filter((row) => cells(row).length !== COLUMNS.length)).toEqual([]);
  });

  test('forged numbers, other names and garbage do nothing', async () => {
    const user = userOf('aS');
    const forged = [
      'card.0',
      'card.999999999',
      'card.-1',
      'card.1e3',
      'card.',
      'ack.x.y',
      'f.1.2.3',
      'nothing.1',
      '💥',
      'word..',
    ];
    const outcomes: (TextKey | string)[] = [];
    for (const data of forged) outcomes.push(await desk.tap(user, data));
    expect(outcomes.filter((one) => one === 'ok')).toEqual([]);
  });

  test('every act of the permission table is one that somebody has and somebody has not', () => {
    for (const [act, rule] of Object.entries(PERMISSIONS))
      expect([act, rule.roles.length > 0]).toEqual([act, true]);
  });
});

describe('people of the target', () => {
  test('see nothing of its inspections, whatever their role', async () => {
    const { pairId, cast, targets } = seeded;
    const chair = cast['b-chair']!;
    await base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${pairId}, ${targets.y!}, ${chair.id}, 'belongs')`;
    const card = `card.${states.agreed.id}`;
    const who = `who.${states.agreed.requests.notice}`;
    expect(await desk.tap(chair.userId, card)).toBe('refused-not-found');
    expect(await desk.tap(chair.userId, who)).toBe('refused-not-found');
    expect(await desk.tap(cast['b-secretary']!.userId, card)).toBe('ok');
    await base.ownerSql`delete from target_person where person_id = ${chair.id}`;
  });
});
