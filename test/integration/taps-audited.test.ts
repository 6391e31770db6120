import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { scopeTo, type Work } from '../../src/usecases/work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openRoleDesk, REFUSALS } from '../support/role-desk.ts';
import { BUTTONS, COLUMNS, COMMANDS } from '../support/role-table.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { dataOf, type RoleStates, seedRoleStates } from '../support/seed-role-states.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+07:00');

/** Not of the business: what is under way to people, what is half filled in, budgets, and the chain itself. */
const APART = [
  ...['outbox', 'form', 'update_seen', 'update_in_hand', 'rate_bucket', 'bot_pause', 'clock', 'task_board'],
  ...['audit_chain', 'audit_entry', 'audit_value', 'code_counter', 'exchange_counter', 'digest_slot'],
];

/** Taps that change rows of the business and leave no entry by who tapped, each with its reason. */
const WITHOUT: Record<string, string> = {
  'open.{notice} on agreed': 'that somebody has read it stands in their own row, with the instant',
  'gopen.{notice} on agreed': 'the same, from a group',
  'opinion.{notice} on agreed': 'opens the notice; the opinion itself is recorded when it is given',
  'later.{notice} on agreed': 'a reminder to oneself',
};

const KEYS: Record<string, string> = {
  S: 'secretary',
  C: 'chair',
  T: 'member',
  M: 'member-2',
  O: 'observer',
};

let base: TestDatabase;
let office: Office;
let seeded: SeededPair;
let foreign: SeededPair;
let states: RoleStates;
let desk: ReturnType<typeof openRoleDesk>;
let tables: string[];
/** Of the last update: the tables it changed, and the types of entries by whom. */
let seen: { changed: Set<string>; by: Set<number | null> };

beforeAll(async () => {
  base = await makeTestDatabase();
  office = openOffice(base.db, () => MORNING);
  seeded = await seedPair(office);
  foreign = await seedPair(office, { key: 'p2', firstUserId: 5000 });
  states = await seedRoleStates(office, seeded);
  const rows = await base.ownerSql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  tables = rows.map(({ name }) => name).filter((name) => !APART.includes(name));
  desk = openRoleDesk(office, REFUSALS, look);
}, 60_000);
afterAll(() => base.close());

async function look(work: Work): Promise<void> {
  await scopeTo(work.tx, 'all');
  const mine = sql`xmin::text = pg_current_xact_id()::text`;
  const changed = await work.tx.execute<{ name: string }>(
    sql.join(
      tables.map(
        (name) =>
          sql`select ${name}::text as name where exists (select from ${sql.identifier(name)} where ${mine})`,
      ),
      sql` union all `,
    ),
  );
  const entries = await work.tx.execute<{ body: string }>(sql`select body from audit_entry where ${mine}`);
  for (const { name } of changed) seen.changed.add(name);
  for (const { body } of entries) seen.by.add(JSON.parse(body).by);
}

function personOf(column: string): { id: number; userId: number } {
  const pair = column[0] === 'f' ? foreign : seeded;
  return pair.cast[`${column[0] === 'f' ? 'a' : column[0]}-${KEYS[column[1]!]}`]!;
}

/** Whoever the table lets do it, one of each role: what changed without an entry of theirs. */
async function unsigned(outcomes: string, act: (userId: number) => Promise<string>): Promise<string[]> {
  const cells = outcomes.trim().split(/\s+/);
  const found = new Set<string>();
  const roles = new Set<string>();
  for (const [at, column] of COLUMNS.entries()) {
    if (cells[at] !== 'ok' || column === 'x' || roles.has(column[1]!)) continue;
    roles.add(column[1]!);
    const { id, userId } = personOf(column);
    seen = { changed: new Set(), by: new Set() };
    await act(userId);
    if (seen.changed.size > 0 && !seen.by.has(id)) for (const table of seen.changed) found.add(table);
  }
  return [...found].sort();
}

test('every tap and line that changes something leaves an entry by who did it, or a reason why not', async () => {
  const found: Record<string, string[]> = {};
  for (const [button, on, outcomes] of BUTTONS) {
    const tables = await unsigned(outcomes, (userId) => desk.tap(userId, dataOf(states, button, on)));
    if (tables.length > 0) found[`${button} on ${on}`] = tables;
  }
  for (const [command, outcomes] of COMMANDS) {
    const tables = await unsigned(outcomes, (userId) => desk.write(userId, command.trim()));
    if (tables.length > 0) found[command.trim()] = tables;
  }
  expect(Object.keys(found).sort()).toEqual(Object.keys(WITHOUT).sort());
}, 180_000);
