import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS } from '../../src/usecases/form/index.ts';
import rows from '../fixtures/forms/rows.json' with { type: 'json' };
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DoorDesk, openDoorDesk } from '../support/door-desk.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { seedRoleStates } from '../support/seed-role-states.ts';

/**
 * Open forms and their buttons as commit 2661924 left them, before forms had a schema and a trail: each shape of data at each question
 * that a walk through every form came to, on the pair that `seedRoleStates` seeds.
 */
let base: TestDatabase;
let desk: DoorDesk;
let seeded: SeededPair;
beforeAll(async () => {
  base = await makeTestDatabase();
  desk = openDoorDesk(base, Date.parse('2026-11-23T09:00:00+07:00'));
  seeded = await seedPair(desk.office);
  await seedRoleStates(desk.office, seeded);
}, 60_000);
afterAll(() => base.close());

type Row = (typeof rows)[number];

/** Stands in the table as it was written then. */
async function open({ by, kind, step, data }: Row): Promise<number> {
  const { id, userId } = seeded.cast[by]!;
  await base.ownerSql`update form set state = 'cancelled', data = '{}' where state = 'open'`;
  const [row] = await base.ownerSql<[{ id: number }]>`
    insert into form (person_id, pair_id, chat_id, kind, step, data, state, changed_at, expires_at)
    values (${id}, ${seeded.pairId}, ${userId}, ${kind}, ${step}, ${base.ownerSql.json(data as never)}, 'open',
      '2026-11-23T08:00:00+07:00', '2026-11-24T08:00:00+07:00') returning id`;
  return row.id;
}

/** Which way a document goes is not asked of an answer, nor of what meets a duty. */
const isFirst = ({ step, data }: Row): boolean =>
  step === 'channel' && ('answersId' in data || 'slotId' in data);

const failed = (): string[] => desk.log.filter((line) => line.includes('an update failed'));
/** What a stale or unreadable form is answered with. */
const stale = async (): Promise<string[]> => {
  const calls = desk.calls
    .map((call) => JSON.stringify(call))
    .filter((call) => call.includes('hết hiệu lực'));
  const said = await base.ownerSql<{ line: string }[]>`
    select ref::text as line from outbox where ref::text like '%form-outdated%' or ref::text like '%toast-stale%'`;
  return [...calls, ...said.map(({ line }) => line)];
};

/** Forms that are younger than the rows. */
const YOUNGER = ['leave', 'line'];

test('every form and all questions that were open then are there', () => {
  const then = FORMS.map(({ name }) => name).filter((name) => !YOUNGER.includes(name));
  expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual(then.sort());
});

describe.each([...new Set(rows.map(({ kind }) => kind))])('an open form of before: %s', (kind) => {
  test('is read, and each of its buttons does what it says', async () => {
    for (const row of rows.filter((one) => one.kind === kind)) {
      const { userId } = seeded.cast[row.by]!;
      for (const button of row.buttons) {
        desk.calls.length = 0;
        await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
        const id = await open(row);
        await desk.tap(userId, `f.${id}.${button}`);
        expect([row.step, button, ...failed()]).toEqual([row.step, button]);
        expect([row.step, button, ...(await stale())]).toEqual([row.step, button]);
        const after = await desk.formOf(userId);
        if (button.endsWith('.!cancel')) expect(after).toBeUndefined();
        else if (button.endsWith('.!back') && !isFirst(row))
          expect([button, after?.step]).not.toEqual([button, row.step]);
      }
    }
  }, 120_000);

  test('takes what is typed into it', async () => {
    for (const row of rows.filter((one) => one.kind === kind)) {
      await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
      await open(row);
      await desk.write(seeded.cast[row.by]!.userId, '07/12/2026');
      expect([row.step, ...failed(), ...(await stale())]).toEqual([row.step]);
    }
  }, 120_000);
});

test('a form that cannot be read is closed with a word, and what was typed is shown back', async () => {
  const [row] = rows;
  await open({ ...row!, data: { pairId: 'x', fromDay: 7 } as never });
  await desk.write(seeded.cast[row!.by]!.userId, '07/12 - 11/12/2026');
  const [said] = await base.ownerSql<
    { line: string }[]
  >`select ref::text as line from outbox order by id desc limit 1`;
  expect(said!.line).toContain('form-outdated-typed');
  expect(said!.line).toContain('07/12 - 11/12/2026');
  expect(await desk.formOf(seeded.cast[row!.by]!.userId)).toBeUndefined();
});
