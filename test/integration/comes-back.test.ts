import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { telegramAccount } from '../../db/schema/index.ts';
import { confirmAccount } from '../../src/usecases/confirm-account.ts';
import { noteReturned } from '../../src/usecases/note-unreachable.ts';
import { letter, log } from '../support/exchange-desk.ts';
import { type OutageDesk, openOutageDesk } from '../support/outage-desk.ts';

const ASKED = '2026-11-23T09:00:00+07:00';
const LATER = '2026-11-23T10:00:00+07:00';
const BACK = '2026-11-23T10:30:00+07:00';
const MEMBER = 'b-member';
const DESK = 'b-secretary';

let desk: OutageDesk;
beforeEach(async () => {
  desk = await openOutageDesk();
});
afterEach(() => desk.close());

const userOf = (key: string) => desk.one.cast[key]!.userId;
const texts = (who: string) =>
  desk
    .arrived()
    .filter((one) => one.who === who)
    .map((one) => one.text);
const back = (key: string) => desk.all((work) => noteReturned(work, userOf(key), userOf(key)));

async function notice() {
  return desk.notify(await desk.agreed({ team: ['a-member', MEMBER] }));
}

describe('whoever unblocks the bot', () => {
  test('gets the notice that could not arrive, and the one of the time between; it counts as delivered', async () => {
    desk.phones[MEMBER]!.block();
    const first = await notice();
    await desk.moment(ASKED);
    desk.at(LATER);
    const second = await notice();
    await desk.moment(LATER);
    desk.phones[MEMBER]!.unblock();
    desk.arrived();
    desk.at(BACK);
    await back(MEMBER);
    await desk.moment(BACK);
    const got = texts(MEMBER);
    expect(got.map((text) => text.slice(0, 11))).toEqual(['PH-2026-001', 'PH-2026-002']);
    for (const request of [first, second]) {
      const mine = (await desk.recipients(request)).find((one) => one.personId === desk.one.cast[MEMBER]!.id);
      expect(mine!.deliveredAt).not.toBeNull();
    }
    await back(MEMBER);
    await desk.moment('2026-11-23T10:31:00+07:00');
    expect(texts(MEMBER)).toEqual([]);
  });

  test('gets nothing of what was settled meanwhile', async () => {
    desk.phones[MEMBER]!.block();
    const request = await notice();
    await desk.moment(ASKED);
    await desk.answer(MEMBER, request, 'attending');
    desk.phones[MEMBER]!.unblock();
    desk.arrived();
    await back(MEMBER);
    await desk.moment(BACK);
    expect(texts(MEMBER)).toEqual([]);
  });

  test('and gives receipts gets the documents that wait for one', async () => {
    desk.phones[DESK]!.block();
    await log(desk, desk.one, 'a', letter());
    await desk.moment('2026-11-23T09:02:00+07:00');
    desk.at(LATER);
    await log(desk, desk.one, 'a', letter({ symbol: '06-BC/UBKTTU' }));
    await desk.moment('2026-11-23T10:02:00+07:00');
    desk.phones[DESK]!.unblock();
    desk.arrived();
    await back(DESK);
    await desk.moment(BACK);
    expect(texts(DESK)).toHaveLength(2);
  });
});

test('whoever comes with a new account gets there what still waits for them', async () => {
  const { id: personId } = desk.one.cast[MEMBER]!;
  await desk.base.ownerSql`update telegram_account set state = 'revoked' where person_id = ${personId}`;
  await notice();
  await desk.moment(ASKED);
  const phone = desk.sim.addUser({ id: 77_001, first_name: 'Máy mới', started: true });
  await desk.all(({ tx, now }) =>
    tx.insert(telegramAccount).values({
      personId,
      userId: phone.id,
      chatId: phone.id,
      shownName: 'Máy mới',
      state: 'pending',
      createdAt: now,
    }),
  );
  await desk.all((work) => confirmAccount(work, { by: { operator: true }, personId }));
  await desk.moment(LATER);
  expect(phone.inbox().some((one) => one.text.startsWith('PH-2026-001'))).toBe(true);
});
