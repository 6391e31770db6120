import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { forgetOld } from '../../src/usecases/forget-old.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import { seedPair } from '../support/seed.ts';
import { START } from '../support/start-day.ts';

let base: TestDatabase;
let office: Office;

beforeAll(async () => {
  base = await makeTestDatabase();
  office = openOffice(base.db, () => Date.parse(START));
  const seeded = await seedPair(office);
  for (const targetId of [seeded.targets.y!, seeded.targets.z!])
    await office.work({ pairs: 'all' }, async (work) =>
      draftInspection(
        work,
        (await findActor(work, seeded.cast['a-secretary']!.userId))!,
        seeded.pairId,
        {
          targetId,
          kind: 'compliance',
          subjectBody: 'standing_board',
          subject: 'quy chế làm việc',
          leadSide: 'a',
          mode: 'coordinate',
          windowFrom: '2099-01-05',
          windowTo: '2099-01-10',
          ...NOTHING_BESIDES,
          sessions: [],
        },
        [],
      ),
    );
});
afterAll(() => base.close());

const daysAgo = (days: number): string => DateTime.fromISO(START).minus({ days }).toISO()!;

const values = async () =>
  (
    await base.ownerSql`select e.inspection_id as id from audit_value v join audit_entry e using (chain_id, seq)`
  ).map((row) => row.id as number);

test('words of an inspection that ended long ago are forgotten, those of others are kept', async () => {
  expect((await values()).sort()).toEqual([1, 2]);
  await base.ownerSql`update inspection set state = 'concluded', changed_at = ${daysAgo(400)} where id = 1`;
  await base.ownerSql`update inspection set state = 'concluded' where id = 2`;
  await forgetOld(office, 365);
  expect(await values()).toEqual([2]);
  const [row] = await base.ownerSql`select count(*)::int as n from audit_entry`;
  expect(row!.n).toBe(2);
});

test('messages said long ago are forgotten, those that wait are not', async () => {
  await base.ownerSql`insert into outbox (chat_id, lane, kind, ref, state, not_before, created_at)
    values (1, 1, 'said', '{}', 'sent', ${daysAgo(91)}, ${daysAgo(91)}),
           (2, 1, 'said', '{}', 'sent', ${daysAgo(89)}, ${daysAgo(89)}),
           (3, 1, 'said', '{}', 'pending', ${daysAgo(91)}, ${daysAgo(91)})`;
  await forgetOld(office, 365);
  expect(
    (await base.ownerSql`select chat_id::int as chat from outbox order by 1`).map((row) => row.chat),
  ).toEqual([2, 3]);
});
