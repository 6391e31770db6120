import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../src/telegram/deliver.ts';
import { type OutageDesk, openOutageDesk } from '../support/outage-desk.ts';

let desk: OutageDesk;
beforeEach(async () => {
  desk = await openOutageDesk();
});
afterEach(() => desk.close());

// The first row is that of the đầu mối of side a.
const OTHERS = ['a-member', 'a-member', 'a-secretary', 'b-member', 'b-member', 'b-secretary', 'b-secretary'];

test.each([
  ['a kind that nobody knows', "kind = 'no-such-kind'"],
  [
    'a reference that the database refuses',
    `kind = 'push', ref = '{"requestId":99999999999,"recipientId":1,"inspectionId":1}'`,
  ],
  ['a text that nobody can render', `kind = 'said', ref = '{"message":{"buttons":[]}}'`],
])('a row with %s is set aside with an alarm, and the others go on', async (_, broken) => {
  await desk.notify(await desk.agreed({ team: ['a-member', 'b-member'] }));
  await desk.notify(await desk.agreed({ team: ['a-member', 'b-member'] }));
  await desk.base.ownerSql.unsafe(`update outbox set ${broken} where id = (select min(id) from outbox)`);
  await desk.moment('2026-11-23T09:00:00+07:00');
  await deliver(desk.deps);
  expect(
    desk
      .arrived()
      .map((one) => one.who)
      .sort(),
  ).toEqual(OTHERS);
  expect((await desk.rows()).map((row) => `${row.state} ${row.reason ?? ''}`.trim())).toEqual([
    'failed not composed',
    ...Array.from({ length: 7 }, () => 'sent'),
  ]);
  expect(desk.failed).toEqual(['not composed']);
  const alarms = desk.logged.filter((line) => line.includes('a message could not be made'));
  expect(alarms).toHaveLength(1);
});
