import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { groupChat, membership } from '../../db/schema/index.ts';
import { noteReturned, noteUnreachable } from '../../src/usecases/note-unreachable.ts';
import { type LinkDesk, memberUpdate, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  phone.id += 500_000;
});

const who = (key: string) => here.cast[key]!;
const by = (key: string): Phone => ({ id: who(key).userId });
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const press = async (one: Phone, label: string) => desk.tap(one, (await last(one.id)).buttons[label]!);

describe('a chat that takes nothing any more', () => {
  test('is marked once, and the own side’s secretary is told by name, nobody else', async () => {
    await desk.update(memberUpdate(who('a-member').userId, 'kicked'));
    await desk.update(memberUpdate(who('a-member').userId, 'kicked'));
    await desk.work((work) => noteUnreachable(work, who('a-member').userId));
    expect((await desk.accounts(who('a-member').id))[0]!.unreachableAt).not.toBeNull();
    const told = await desk.look(who('a-secretary').userId);
    expect(told.map((one) => one.text.includes(`${who('a-member').name} hiện không nhận được tin`))).toEqual([
      true,
    ]);
    for (const key of ['a-chair', 'b-secretary', 'b-chair'])
      expect(await desk.look(who(key).userId)).toEqual([]);
  });

  test('of the only secretary is told to the leaders of the own side', async () => {
    await desk.update(memberUpdate(who('a-secretary').userId, 'kicked'));
    for (const key of ['a-chair', 'a-vice']) expect(await desk.look(who(key).userId)).toHaveLength(1);
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
  });

  test('of a person in two pairs is told to the own side’s secretary of each', async () => {
    const far = await desk.seed();
    await desk.work(async ({ tx }) => {
      const [row] = await tx
        .select()
        .from(membership)
        .where(eq(membership.personId, far.cast['b-member']!.id));
      const { id: _, ...rest } = row!;
      await tx.insert(membership).values({ ...rest, personId: who('a-member').id });
    });
    await desk.update(memberUpdate(who('a-member').userId, 'kicked'));
    expect(await desk.look(who('a-secretary').userId)).toHaveLength(1);
    expect(await desk.look(far.cast['b-secretary']!.userId)).toHaveLength(1);
    expect(await desk.look(far.cast['a-secretary']!.userId)).toEqual([]);
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
  });

  test('comes back by /start or by unblocking; the secretary is told silently, once', async () => {
    await desk.update(memberUpdate(who('a-member').userId, 'kicked'));
    await desk.look(who('a-secretary').userId);
    await desk.write(by('a-member'), '/start');
    await desk.update(memberUpdate(who('a-member').userId, 'member'));
    expect((await desk.accounts(who('a-member').id))[0]!.unreachableAt).toBeNull();
    const told = await desk.look(who('a-secretary').userId);
    expect(told).toMatchObject([{ silent: true }]);
    expect(told[0]!.text).toContain('đã nhận lại được tin');
    expect((await last(who('a-member').userId)).text).toContain('Kết nối hoạt động bình thường');
    expect(
      await desk.work((work) => noteReturned(work, who('a-member').userId, who('a-member').userId)),
    ).toBe(false);
    const types = await desk.audited();
    expect(types.filter((type) => type === 'account.returned')).toHaveLength(1);
  });

  test('of someone who is no member yet is nobody’s business', async () => {
    await desk.unlink(who('a-member').id);
    await desk.write(
      phone,
      `/start ${await desk.invite(here.pairId, who('a-member').id, who('a-secretary').id)}`,
    );
    await press(phone, 'Đồng ý');
    await press(phone, 'Đã nhận');
    await desk.look(who('a-secretary').userId);
    await desk.update(memberUpdate(phone.id, 'kicked'));
    expect((await desk.accounts(who('a-member').id))[0]!.unreachableAt).not.toBeNull();
    expect(await desk.look(who('a-secretary').userId)).toEqual([]);
  });

  test('and is a group: it is left, and the committee’s secretary is told once', async () => {
    const chatId = -1_000_000 - here.pairId;
    await desk.work(async ({ tx, now }) => {
      const [row] = await tx
        .select()
        .from(membership)
        .where(eq(membership.personId, who('a-secretary').id));
      await tx
        .insert(groupChat)
        .values({ chatId, title: 'Nhóm <A>', committeeId: row!.committeeId, boundAt: now });
    });
    await desk.work((work) => noteUnreachable(work, chatId));
    await desk.work((work) => noteUnreachable(work, chatId));
    const [group] = await desk.work(({ tx }) =>
      tx.select().from(groupChat).where(eq(groupChat.chatId, chatId)),
    );
    expect(group!.leftAt).not.toBeNull();
    const told = await desk.look(who('a-secretary').userId);
    expect(told.map((one) => one.text.includes('không còn ở trong nhóm Nhóm &lt;A&gt;'))).toEqual([true]);
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
  });
});
